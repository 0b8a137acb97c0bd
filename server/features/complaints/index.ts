import { Types } from "mongoose";
import { pageOfRows, readCursor } from "../../platform/database/cursor";
import type { FeatureParts, Platform } from "../../platform/platform";
import { answerComplaint, createComplaint } from "./commands";
import { ComplaintModel } from "./model";
import { readsEverything } from "./policy";
import { presentComplaint } from "./presenter";

type ComplaintEndpoints = "complaints.create" | "complaints.list" | "complaints.answer";

/** Complaints and suggestions: written by anybody, answered by municipal specialists. */
export function createComplaints(platform: Platform): FeatureParts<ComplaintEndpoints> {
  return {
    models: [ComplaintModel],
    outboxes: [{ kind: "complaint", model: ComplaintModel as never }],
    handlers: {
      "complaints.create": async ({ body, ...call }) =>
        presentComplaint(await createComplaint(body, call), call.reader),
      "complaints.list": async ({ reader, query }) => {
        const found = await ComplaintModel.find({
          ...(readsEverything(reader) ? {} : { fromAccountId: reader.accountId }),
          ...(query.cursor === undefined
            ? {}
            : { _id: { $lt: new Types.ObjectId(readCursor(query.cursor).id) } }),
        })
          .sort({ _id: -1 })
          .limit(query.limit + 1)
          .lean();
        const place = (row: { _id: Types.ObjectId }) => ({ at: 0, id: row._id.toHexString() });
        const { rows, next } = pageOfRows(found, query.limit, place);
        return { items: rows.map((row) => presentComplaint(row, reader)), ...next };
      },
      "complaints.answer": async ({ params, body, ...call }) => {
        const answered = await answerComplaint(params.id, body.answer, call);
        platform.outbox.nudge();
        return presentComplaint(answered, call.reader);
      },
    },
  };
}
