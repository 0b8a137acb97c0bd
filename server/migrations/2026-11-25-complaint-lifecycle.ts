import type { Migration } from "../platform/database/migrate";

/** Complaints had two states; the sweep finds what is due on the old ones at its first run. */
export const giveComplaintsALifecycle: Migration = {
  name: "2026-11-25-complaint-lifecycle",
  async up({ db }) {
    const complaints = db?.collection("complaints");
    const common = {
      about: "service",
      round: 1,
      concernedIds: [],
      told: [],
      timeline: [],
      listAt: "$createdAt",
      updatedAt: "$createdAt",
      nextClockAt: "$createdAt",
      clock: { startedAt: "$createdAt", workingDays: 1 },
    };
    await complaints?.updateMany({ status: "open" }, [
      { $set: { ...common, status: "received", lane: "open", answers: [] } },
    ]);
    await complaints?.updateMany({ status: "answered", lane: { $exists: false } }, [
      {
        $set: {
          ...common,
          lane: "answered",
          updatedAt: "$answeredAt",
          listAt: "$answeredAt",
          answers: [
            {
              round: 1,
              result: { $cond: [{ $eq: ["$kind", "complaint"] }, "partly", "taken"] },
              text: "$answer",
              by: { accountId: "", name: "$answeredByName", office: "" },
              at: "$answeredAt",
            },
          ],
        },
      },
      { $unset: ["answer", "answeredAt", "answeredByName"] },
    ]);
    const indexes = (await complaints?.indexes().catch(() => [])) ?? [];
    if (indexes.some(({ name }) => name === "createKey_1")) await complaints?.dropIndex("createKey_1");
  },
  async down({ db }) {
    const complaints = db?.collection("complaints");
    await complaints?.updateMany({ status: { $in: ["received", "accepted", "investigating"] } }, [
      { $set: { status: "open" } },
    ]);
    await complaints?.updateMany({ answers: { $ne: [] }, status: { $ne: "open" } }, [
      { $set: { last: { $last: "$answers" } } },
      {
        $set: {
          status: "answered",
          answer: "$last.text",
          answeredAt: "$last.at",
          answeredByName: "$last.by.name",
        },
      },
      { $unset: "last" },
    ]);
    await complaints?.updateMany({}, [
      {
        $unset: [
          "about",
          "round",
          "concernedIds",
          "told",
          "timeline",
          "listAt",
          "updatedAt",
          "clock",
          "lane",
        ],
      },
      { $unset: ["answers", "nextClockAt", "investigator", "acceptedBy"] },
    ]);
  },
};
