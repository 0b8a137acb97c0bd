import type * as z from "zod/mini";
import type { verifyBody } from "@talent/shared/contract/schemas/talentCode";
import { SCAN_SERVES_MINUTES } from "@talent/shared/domain/talentCode/rules";
import type { ReadSubject } from "../../../platform/auth/accessRecorder";
import type { Reader } from "../../../platform/auth/reader";
import { commandCall } from "../../../platform/database/aggregate";
import { AppError, invalidField } from "../../../platform/errors";
import { applicantRecord, type TalentDocument } from "../../talents/index";
import type { CodeContext } from "../context";
import { CodeScanModel, type CodeScan } from "./model";
import { answerFor, askedItem, subjectOf, type AskedItem } from "./question";
import { insertScan, madeBefore, scanOf, useKeyOf, usedBefore, type NewScan } from "./record";
import { shownHolder, type Shown } from "./shown";

type VerifyInput = z.output<typeof verifyBody>;

export interface Moment {
  reader: Reader;
  now: Date;
  commandKey: string | undefined;
}

/** A scan with the talent and the item it is about. */
export interface VerifiedScan {
  scan: CodeScan;
  talent: TalentDocument;
  item: AskedItem | undefined;
}

/** Somebody whom this account has just verified. @throws AppError `scan_needed` */
async function justVerified(scanId: string, { reader, now }: Moment): Promise<Shown> {
  const scan = await CodeScanModel.findById(scanId).lean<CodeScan>().exec();
  const since = new Date(now.getTime() - SCAN_SERVES_MINUTES * 60_000);
  if (scan === null || scan.readerId !== reader.accountId || scan.at < since)
    throw new AppError("scan_needed", "verify the talent code again");
  const talent = await applicantRecord(scan.talentId);
  if (talent === null) throw new AppError("scan_needed", "verify the talent code again");
  return { talent, shownBy: scan.shownBy, lost: false };
}

function holderOf(context: CodeContext, { code, scanId }: VerifyInput, moment: Moment): Promise<Shown> {
  if ((code === undefined) === (scanId === undefined)) throw invalidField("body.code", "code_or_scan");
  return scanId === undefined
    ? shownHolder(context, moment.reader, code ?? "", moment.now)
    : justVerified(scanId, moment);
}

function usedError(first: CodeScan): AppError {
  const { office, who, desk, at } = first;
  return new AppError("code_used", "this token has been used", {
    office,
    who,
    at: at.toISOString(),
    ...(desk === undefined ? {} : { desk }),
  });
}

/**
 * Answers whether somebody may use an item here today, from whatever they show (DB50/T 1733 §5.2). A token is taken
 * once for each purpose. Every call is shown to the talent, refused ones too.
 * @throws AppError `code_unreadable`, `code_expired`, `code_mistyped`, `code_unknown`, `code_lost`, `code_used` (with
 * who used it and when), `scan_needed`, `too_many_requests` or `invalid_input`
 */
export async function verifyCode(
  context: CodeContext,
  input: VerifyInput,
  moment: Moment,
): Promise<VerifiedScan> {
  const { reader, now } = moment;
  const call = commandCall(reader.accountId, moment.commandKey, "verify", input);
  const [item, shown] = await Promise.all([askedItem(input.itemId, now), holderOf(context, input, moment)]);
  const { talent, token } = shown;
  const record = (what: ReadSubject) =>
    context.platform.access.recordRead({
      talentId: talent._id.toHexString(),
      at: now,
      reader,
      what,
      subject: subjectOf(item?.version, input.desk),
    });
  if (shown.lost) {
    record("codeRefused");
    throw new AppError("code_lost", "reported lost");
  }
  const answer = answerFor(reader, talent, item, now);
  const scan = scanOf(reader, {
    talentId: talent._id.toHexString(),
    itemId: item?.id,
    purpose: input.purpose,
    shownBy: shown.shownBy,
    answer: answer.entitled ? "yes" : "no",
    reason: answer.entitled ? undefined : answer.reason,
    desk: input.desk,
    at: now,
    useKey: token === undefined ? undefined : useKeyOf(token, input.purpose),
    callKey: call.key,
    callDigest: call.key === undefined ? undefined : call.digest,
  } satisfies NewScan);
  if (await insertScan(scan)) {
    record("codeScan");
    return { scan, talent, item };
  }
  const same = await madeBefore(call);
  if (same !== null) return { scan: same, talent, item };
  record("codeRefused");
  const first = scan.useKey === undefined ? null : await usedBefore(scan.useKey);
  throw first === null ? new AppError("state_changed", "try again") : usedError(first);
}
