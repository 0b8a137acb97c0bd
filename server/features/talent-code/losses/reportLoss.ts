import type { LossKind } from "@talent/shared/domain/talentCode/rules";
import type { Reader } from "../../../platform/auth/reader";
import { commandCall, runCommand, type Change } from "../../../platform/database/aggregate";
import { nextNumber } from "../../../platform/database/counter";
import { markLost } from "../issuing/dayCodes";
import { CodeStateModel, storedCodeState, type CodeState } from "./state";

const LOSS_COUNTER = "talent-code-losses";

export interface LossReport {
  talentId: string;
  kind: LossKind;
  reason: string;
}

interface Moment {
  reader: Reader;
  now: Date;
  commandKey: string | undefined;
}

/** An office with a name; the talent's own report names nobody. */
function reporter(reader: Reader, talentId: string): string {
  if (reader.talentId === talentId) return "";
  return [reader.office, reader.name].filter((part) => part !== "").join(" ");
}

function changeOf(
  state: CodeState,
  { kind, reason, talentId }: LossReport,
  { reader, now }: Moment,
  lastLossNumber: number,
): Change<CodeState> {
  const loss = { kind, reason, at: now, by: reporter(reader, talentId), byAccountId: reader.accountId };
  if (kind === "card") return { set: { cardLost: true, lastLossNumber }, push: { losses: [loss] } };
  return {
    set: { generation: state.generation + 1, lastPhoneLossAt: now, lastLossNumber },
    push: { losses: [{ ...loss, generation: state.generation }] },
  };
}

/**
 * From now on nothing is taken that the lost phone can show, or the lost card. A phone that signs in anew gets other
 * code strings.
 * @throws AppError `idempotency_key_reused`
 */
export async function reportLoss(report: LossReport, moment: Moment): Promise<CodeState> {
  const number = await nextNumber(LOSS_COUNTER);
  const state = await runCommand<CodeState>({
    model: CodeStateModel,
    current: await storedCodeState(report.talentId),
    reload: () => storedCodeState(report.talentId),
    call: commandCall(moment.reader.accountId, moment.commandKey, "reportLoss", report),
    decide: (present) => changeOf(present, report, moment, number),
  });
  await markLost(report.talentId, state.generation);
  return state;
}

/** A lost card is back, or another one with the same number was handed out. */
export async function takeCardAgain(talentId: string, moment: Moment): Promise<CodeState> {
  return runCommand<CodeState>({
    model: CodeStateModel,
    current: await storedCodeState(talentId),
    reload: () => storedCodeState(talentId),
    call: commandCall(moment.reader.accountId, moment.commandKey, "cardFound", { talentId }),
    decide: () => ({ set: { cardLost: false } }),
  });
}
