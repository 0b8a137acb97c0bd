import type { Reader } from "../../platform/auth/reader";
import { pageOfRows } from "../../platform/database/cursor";
import { AppError } from "../../platform/errors";
import type { Handlers } from "../../platform/http/handler";
import type { complaintEndpoints } from "@talent/shared/contract/endpoints/complaints";
import { createComplaint } from "./commands/creating";
import { acceptComplaint, answerComplaint, assignComplaint, noteFindings } from "./commands/handling";
import { visibleComplaint } from "./commands/perform";
import { respondToComplaint, withdrawComplaint } from "./commands/writing";
import type { ComplaintContext } from "./context";
import type { ComplaintDocument } from "./document";
import { deskPlace, deskQuery, ownQuery } from "./lists";
import { isActor } from "./policy";
import { presentDetail, presentSummary } from "./presenter";

type ComplaintEndpoints = keyof typeof complaintEndpoints;

/** A reading by the staff stands in the writer's own "谁看过我的信息". */
function recordReading(
  { platform }: ComplaintContext,
  complaint: ComplaintDocument,
  reader: Reader,
  at: Date,
): void {
  const { fromTalentId, fromAccountId, number } = complaint;
  if (fromTalentId === undefined || fromAccountId === reader.accountId) return;
  platform.access.recordRead({ talentId: fromTalentId, at, reader, what: "complaint", subject: number });
}

export function complaintHandlers(context: ComplaintContext): Handlers<ComplaintEndpoints> {
  const ownPlace = ({ _id }: ComplaintDocument) => ({ at: 0, id: _id.toHexString() });
  return {
    "complaints.create": async ({ body, ...call }) =>
      presentDetail(await createComplaint(body, { context, ...call }), call.reader, context, call.now),
    "complaints.list": async ({ reader, query, now }) => {
      const { rows, next } = pageOfRows(await ownQuery(reader, query), query.limit, ownPlace);
      return { items: rows.map((row) => presentSummary(row, reader, context, now)), ...next };
    },
    "complaints.desk": async ({ reader, query, now }) => {
      const { rows, next } = pageOfRows(await deskQuery(reader, query, now), query.limit, deskPlace);
      return { items: rows.map((row) => presentSummary(row, reader, context, now)), ...next };
    },
    "complaints.read": async ({ reader, params, now }) => {
      const complaint = await visibleComplaint(reader, params.id);
      recordReading(context, complaint, reader, now);
      return presentDetail(complaint, reader, context, now);
    },
    "complaints.investigators": async ({ reader, params, query }) => {
      const complaint = await visibleComplaint(reader, params.id);
      if (!isActor(reader, complaint, "assign"))
        throw new AppError("action_not_allowed", "you may not assign this");
      return { items: await context.staff.investigators(complaint, query.q) };
    },
    "complaints.accept": async ({ params, body, ...call }) =>
      presentDetail(
        await acceptComplaint(params.id, body, { context, ...call }),
        call.reader,
        context,
        call.now,
      ),
    "complaints.assign": async ({ params, body, ...call }) =>
      presentDetail(
        await assignComplaint(params.id, body, { context, ...call }),
        call.reader,
        context,
        call.now,
      ),
    "complaints.note": async ({ params, body, ...call }) =>
      presentDetail(
        await noteFindings(params.id, body, { context, ...call }),
        call.reader,
        context,
        call.now,
      ),
    "complaints.answer": async ({ params, body, ...call }) =>
      presentDetail(
        await answerComplaint(params.id, body, { context, ...call }),
        call.reader,
        context,
        call.now,
      ),
    "complaints.respond": async ({ params, body, ...call }) =>
      presentDetail(
        await respondToComplaint(params.id, body, { context, ...call }),
        call.reader,
        context,
        call.now,
      ),
    "complaints.withdraw": async ({ params, ...call }) =>
      presentDetail(await withdrawComplaint(params.id, { context, ...call }), call.reader, context, call.now),
  };
}
