import { pageOfRows, readCursor } from "../../platform/database/cursor";
import type { FeatureParts } from "../../platform/platform";
import { AuditEntryModel, type AuditEntry } from "./acts/model";
import { AccessEntryModel, type AccessEntry } from "./model";

export { appendAct, firstBrokenAct } from "./acts/append";
export { AuditEntryModel, type AccountActType, type Act } from "./acts/model";
export { appendEntries } from "./append";
export { firstBrokenLink } from "./chain";
export { createAccessRecorder } from "./recorder";
export { AccessEntryModel } from "./model";

function presentAct({ _id, sequence, at, act, who, office, subject, detail }: AuditEntry) {
  return { id: _id.toHexString(), sequence, at: at.toISOString(), act, who, office, subject, detail };
}

function present(entry: AccessEntry) {
  return {
    id: entry._id.toHexString(),
    at: entry.at.toISOString(),
    who: entry.who,
    office: entry.office,
    what: entry.what,
    ...(entry.subject === undefined ? {} : { subject: entry.subject }),
  };
}

/** The talent's own view of who read their information, newest first. */
export function createAudit(): FeatureParts<"me.accessLog" | "audit.list"> {
  return {
    models: [AccessEntryModel, AuditEntryModel],
    handlers: {
      "audit.list": async ({ query }) => {
        const after = query.cursor === undefined ? {} : { sequence: { $lt: readCursor(query.cursor).at } };
        const found = await AuditEntryModel.find(after)
          .sort({ sequence: -1 })
          .limit(query.limit + 1)
          .lean<AuditEntry[]>();
        const place = (row: AuditEntry) => ({ at: row.sequence, id: row._id.toHexString() });
        const { rows, next } = pageOfRows(found, query.limit, place);
        return { items: rows.map(presentAct), ...next };
      },
      "me.accessLog": async ({ reader, query }) => {
        if (reader.talentId === undefined) return { items: [] };
        const after = query.cursor === undefined ? {} : { sequence: { $lt: readCursor(query.cursor).at } };
        const found = await AccessEntryModel.find({ talentId: reader.talentId, ...after })
          .sort({ sequence: -1 })
          .limit(query.limit + 1)
          .lean();
        const place = (row: AccessEntry) => ({ at: row.sequence, id: row._id.toHexString() });
        const { rows, next } = pageOfRows(found, query.limit, place);
        return { items: rows.map(present), ...next };
      },
    },
  };
}
