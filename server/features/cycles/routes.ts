import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { cycleEndpoints } from "@talent/shared/contract/endpoints/cycles";
import type { CycleDetail } from "@talent/shared/contract/schemas/cycles";
import type { Reader } from "../../platform/auth/reader";
import { pageOfRows } from "../../platform/database/cursor";
import { notFound } from "../../platform/errors";
import type { Handlers } from "../../platform/http/handler";
import { findTalent } from "../talents/index";
import { addAttachment, readAttachment } from "./commands/attachments";
import { beginVerification, decideCycle, decideLate, resumeCycle } from "./commands/deciding";
import { askLate, saveDraft, submitEvaluation, withdrawEvaluation } from "./commands/evaluating";
import { visibleCycle, type Moment } from "./commands/perform";
import { addStatement, appealDecision } from "./commands/talentActions";
import type { CycleContext } from "./context";
import type { CycleDocument } from "./document";
import { countCycles, cyclePlace, listQuery, ownCycle } from "./lists";
import { openFor } from "./opening";
import { presentDetail, presentSummary } from "./presenter";

type CycleEndpoints = keyof typeof cycleEndpoints;
type Who = Pick<Moment, "reader" | "now" | "commandKey">;

/** A reading by anybody else stands in the talent's own "谁看过我的信息". */
function recordReading({ platform }: CycleContext, cycle: CycleDocument, reader: Reader, at: Date): void {
  if (reader.talentId === cycle.talentId) return;
  platform.access.recordRead({ talentId: cycle.talentId, at, reader, what: "cycle", subject: cycle.endsOn });
}

/** The talent's present cycle; one that no worker has opened yet is opened. */
async function presentOwnCycle({ talentId }: Reader, now: Date): Promise<CycleDocument> {
  if (talentId === undefined) throw notFound("cycle");
  const todayOn = dateInShanghai(now);
  const cycle = await ownCycle(talentId, todayOn);
  if (cycle !== null) return cycle;
  const talent = await findTalent(talentId);
  if (talent === null) throw notFound("cycle");
  await openFor(talent, now);
  const opened = await ownCycle(talentId, todayOn);
  if (opened === null) throw notFound("cycle");
  return opened;
}

/** The lists and the reading of cycles. */
function readingHandlers(context: CycleContext) {
  return {
    "cycles.mine": async ({ reader, now }) => presentDetail(await presentOwnCycle(reader, now), reader, now),
    "cycles.list": async ({ reader, query, now }) => {
      const { rows, next } = pageOfRows(await listQuery(reader, query), query.limit, cyclePlace);
      return { items: rows.map((row) => presentSummary(row, now)), ...next };
    },
    "cycles.counts": ({ reader, now }) => countCycles(reader, now),
    "cycles.read": async ({ reader, params, now }) => {
      const cycle = await visibleCycle(reader, params.id);
      recordReading(context, cycle, reader, now);
      return presentDetail(cycle, reader, now);
    },
    "cycles.readAttachment": async ({ reader, params, now }) => {
      const cycle = await visibleCycle(reader, params.id);
      recordReading(context, cycle, reader, now);
      return readAttachment(cycle, params.fileId, { reader, context });
    },
  } satisfies Partial<Handlers<CycleEndpoints>>;
}

export function cycleHandlers(context: CycleContext): Handlers<CycleEndpoints> {
  const after = async (
    { reader, now, commandKey }: Who,
    act: (moment: Moment) => Promise<CycleDocument>,
  ): Promise<CycleDetail> => presentDetail(await act({ context, reader, now, commandKey }), reader, now);
  return {
    ...readingHandlers(context),
    "cycles.saveDraft": ({ params, body, ...who }) =>
      after(who, (moment) => saveDraft(params.id, body, moment)),
    "cycles.addAttachment": ({ params, raw, ...who }) =>
      after(who, (moment) => addAttachment(params.id, raw, moment)),
    "cycles.submitEvaluation": ({ params, body, ...who }) =>
      after(who, (moment) => submitEvaluation(params.id, body, moment)),
    "cycles.withdrawEvaluation": ({ params, ...who }) =>
      after(who, (moment) => withdrawEvaluation(params.id, moment)),
    "cycles.askLate": ({ params, body, ...who }) => after(who, (moment) => askLate(params.id, body, moment)),
    "cycles.decideLate": ({ params, body, ...who }) =>
      after(who, (moment) => decideLate(params.id, body, moment)),
    "cycles.addStatement": ({ params, body, ...who }) =>
      after(who, (moment) => addStatement(params.id, body, moment)),
    "cycles.beginVerification": ({ params, body, ...who }) =>
      after(who, (moment) => beginVerification(params.id, body, moment)),
    "cycles.decide": ({ params, body, ...who }) =>
      after(who, (moment) => decideCycle(params.id, body, moment)),
    "cycles.resume": ({ params, body, ...who }) =>
      after(who, (moment) => resumeCycle(params.id, body, moment)),
    "cycles.appeal": ({ params, body, ...who }) =>
      after(who, (moment) => appealDecision(params.id, body, moment)),
  };
}
