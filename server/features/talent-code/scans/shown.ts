import { addDays, dateInShanghai } from "@talent/shared/calendar/dates";
import { isCodeString, normalizeCode } from "@talent/shared/domain/codeString";
import { checkToken, type CodeFault } from "@talent/shared/domain/talentCode/check";
import {
  DAY_CODE_LENGTH,
  isDayCode,
  normalizeDayCode,
  pseudonymOfDayCode,
} from "@talent/shared/domain/talentCode/dayCode";
import type { ShownBy } from "@talent/shared/domain/talentCode/rules";
import { dayOfStep } from "@talent/shared/domain/talentCode/steps";
import { TOKEN_LENGTH, type UnpackedToken } from "@talent/shared/domain/talentCode/token";
import type { ErrorCode } from "@talent/shared/contract/errors";
import type { Reader } from "../../../platform/auth/reader";
import { AppError } from "../../../platform/errors";
import { applicantRecord, findByCardNumber, type TalentDocument } from "../../talents/index";
import type { CodeContext } from "../context";
import { findDayCode, type DayCode } from "../issuing/dayCodes";
import { serverPrimitives } from "../keys/primitives";
import { codeStateOf } from "../losses/state";

/** Who showed something at a desk. */
export interface Shown {
  talent: TalentDocument;
  shownBy: ShownBy;
  /** What was shown had been reported lost. */
  lost: boolean;
  token?: UnpackedToken;
}

const FAULT_CODES: Record<CodeFault, ErrorCode> = {
  unreadable: "code_unreadable",
  expired: "code_expired",
  early: "code_expired",
  keyUnknown: "code_unreadable",
  forged: "code_unreadable",
};

async function holderOfRow(row: DayCode | null): Promise<Pick<Shown, "talent" | "lost">> {
  const talent = row === null ? null : await applicantRecord(row.talentId);
  if (row === null || talent === null) throw new AppError("code_unknown", "nobody has this code");
  return { talent, lost: row.lost === true };
}

/** @throws AppError `code_unreadable`, `code_expired` or `code_unknown` */
export async function scannedHolder(context: CodeContext, text: string, now: Date): Promise<Shown> {
  const todayOn = dateInShanghai(now);
  const around = [todayOn, addDays(todayOn, -1), addDays(todayOn, 1)];
  const checked = checkToken(text, await context.keys.checking(around), serverPrimitives, now);
  if (!checked.ok) throw new AppError(FAULT_CODES[checked.fault], checked.fault, { fault: checked.fault });
  const { holder, token } = checked;
  const row = await findDayCode(context.platform.keyring, dayOfStep(token.step), holder.pseudonym);
  return { ...(await holderOfRow(row)), token, shownBy: "token" };
}

/**
 * The holder of a code that was typed: today's code string or a card number.
 * @throws AppError `code_mistyped`, `code_unknown` or `too_many_requests`
 */
export async function typedHolder(
  context: CodeContext,
  reader: Reader,
  text: string,
  now: Date,
): Promise<Shown> {
  const dayCode = normalizeDayCode(text);
  const isDay = dayCode.length === DAY_CODE_LENGTH;
  const fits = isDay ? isDayCode(dayCode) : isCodeString(text) && normalizeCode(text).startsWith("CQ");
  if (!fits) throw new AppError("code_mistyped", "the check character does not fit");
  await context.typedCodes.count(reader.accountId);
  if (isDay) {
    const { keyring } = context.platform;
    const row = await findDayCode(keyring, dateInShanghai(now), pseudonymOfDayCode(dayCode));
    return { ...(await holderOfRow(row)), shownBy: "dayCode" };
  }
  const talent = await findByCardNumber(text);
  if (talent === null) throw new AppError("code_unknown", "nobody has this card");
  const { cardLost } = await codeStateOf(talent._id.toHexString());
  return { talent, shownBy: "card", lost: cardLost };
}

/** Whatever somebody shows at a desk. */
export function shownHolder(context: CodeContext, reader: Reader, code: string, now: Date): Promise<Shown> {
  return code.length === TOKEN_LENGTH
    ? scannedHolder(context, code, now)
    : typedHolder(context, reader, code, now);
}
