import type { Migration } from "../platform/database/migrate";

/** Posts became aggregates with absences; those from before begin with none and their A holder on duty. */
export const makePostsAggregates: Migration = {
  name: "2026-11-25-post-aggregates",
  async up({ db }) {
    const posts = db?.collection("posts");
    await posts?.updateMany({ version: { $exists: false } }, [
      {
        $set: {
          version: 1,
          status: "active",
          isDefault: { $ifNull: ["$isDefault", false] },
          absences: [],
          commands: [],
          outbox: [],
          duty: {
            $mergeObjects: [
              {
                $arrayElemAt: [
                  { $filter: { input: "$holders", as: "holder", cond: { $eq: ["$$holder.letter", "A"] } } },
                  0,
                ],
              },
              { sinceOn: "2026-11-25" },
            ],
          },
        },
      },
    ]);
  },
  async down({ db }) {
    await db?.collection("posts").updateMany(
      {},
      {
        $unset: {
          ...{ version: "", status: "", isDefault: "", absences: "", commands: "", outbox: "", duty: "" },
          ...{ nextDutyOn: "", pendingHandover: "", outboxPending: "" },
        },
      },
    );
  },
};
