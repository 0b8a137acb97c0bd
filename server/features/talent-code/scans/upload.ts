import type * as z from "zod/mini";
import type { UploadedScan, offlineScanSchema } from "@talent/shared/contract/schemas/talentCode";
import { openToken } from "@talent/shared/domain/talentCode/check";
import { DAY_KEYS_KEPT_DAYS } from "@talent/shared/domain/talentCode/rules";
import { STEP_MS, dayOfStep, stepBeginsAt } from "@talent/shared/domain/talentCode/steps";
import { unpackToken } from "@talent/shared/domain/talentCode/token";
import type { Reader } from "../../../platform/auth/reader";
import { commandCall } from "../../../platform/database/aggregate";
import { readCatalogue } from "../../catalogue/index";
import { applicantRecord, type TalentDocument } from "../../talents/index";
import type { CodeContext } from "../context";
import { findDayCode } from "../issuing/dayCodes";
import { serverPrimitives } from "../keys/primitives";
import { codeStateOf } from "../losses/state";
import type { CodeScan } from "./model";
import { subjectOf } from "./question";
import { insertScan, madeBefore, scanOf, useKeyOf, usedBefore, type NewScan } from "./record";

type OfflineScan = z.output<typeof offlineScanSchema>;

/** The clock of a device without network may be off by this much. */
const CLOCK_TOLERANCE_MS = 10 * 60_000;
const DAY_MS = 86_400_000;

interface OfflineHolder {
  talent: TalentDocument;
  useKey: string;
  lost: boolean;
}

/** Whether a device can have seen this token when it says so. */
function timeFits(step: number, at: Date, now: Date): boolean {
  const begun = stepBeginsAt(step).getTime();
  const seen = at.getTime();
  return (
    seen >= begun - CLOCK_TOLERANCE_MS &&
    seen <= begun + STEP_MS + CLOCK_TOLERANCE_MS &&
    seen <= now.getTime() + CLOCK_TOLERANCE_MS &&
    seen >= now.getTime() - DAY_KEYS_KEPT_DAYS * DAY_MS
  );
}

/** Whose token it was, or null when it was never one that we signed. */
async function offlineHolder(
  context: CodeContext,
  scan: OfflineScan,
  now: Date,
): Promise<OfflineHolder | null> {
  const token = unpackToken(scan.token);
  const at = new Date(scan.at);
  if (token === null || !timeFits(token.step, at, now)) return null;
  const on = dayOfStep(token.step);
  const checked = openToken(token, await context.keys.checking([on]), serverPrimitives);
  if (!checked.ok) return null;
  const row = await findDayCode(context.platform.keyring, on, checked.holder.pseudonym);
  if (row === null) return null;
  const [talent, state] = await Promise.all([applicantRecord(row.talentId), codeStateOf(row.talentId)]);
  if (talent === null) return null;
  const loss = state.losses.find(({ generation }) => generation === row.generation);
  const lost = loss !== undefined && loss.at <= at;
  return { talent, useKey: useKeyOf(token, scan.purpose), lost };
}

function answerOf(scan: CodeScan, talent: TalentDocument, rest: Partial<UploadedScan>): UploadedScan {
  return {
    id: "",
    state: "taken",
    scanId: scan._id.toHexString(),
    maskedName: talent.maskedName,
    ...rest,
  };
}

/** Another scan of the same token; null when the same device handed this very scan in before. */
async function otherUse(scan: CodeScan): Promise<UploadedScan["other"]> {
  const first = scan.useKey === undefined ? null : await usedBefore(scan.useKey);
  return first === null ? undefined : { office: first.office, who: first.who, at: first.at.toISOString() };
}

/**
 * Takes in a scan that was made without network. Doing it again changes nothing. A token that was used elsewhere
 * meanwhile is kept as a scan too, and the desk is told.
 */
export async function takeOfflineScan(
  context: CodeContext,
  input: OfflineScan,
  { reader, now }: { reader: Reader; now: Date },
): Promise<UploadedScan> {
  const { id } = input;
  const holder = await offlineHolder(context, input, now);
  if (holder === null) return { id, state: "refused" };
  const { talent, useKey, lost } = holder;
  const at = new Date(input.at);
  const call = commandCall(reader.accountId, `offline:${id}`, "offlineScan", input);
  const state = lost ? "lost" : "taken";
  const scan = scanOf(reader, {
    talentId: talent._id.toHexString(),
    itemId: input.itemId,
    purpose: input.purpose,
    shownBy: "token",
    answer: lost ? "no" : input.answer,
    desk: input.desk,
    at,
    uploadedAt: now,
    useKey,
    callKey: call.key,
    callDigest: call.digest,
  } satisfies NewScan);
  const record = async () => {
    const item = input.itemId === undefined ? undefined : (await readCatalogue()).item(input.itemId);
    const subject = subjectOf(item?.versions.at(-1), input.desk);
    const what = lost ? "codeRefused" : "codeScanOffline";
    context.platform.access.recordRead({ talentId: scan.talentId, at, reader, what, subject });
  };
  if (await insertScan(scan)) {
    await record();
    return answerOf(scan, talent, { id, state });
  }
  const same = await madeBefore(call);
  const other = await otherUse(scan);
  if (same?.useKey !== undefined) return answerOf(same, talent, { id, state });
  if (same === null && !(await insertScan({ ...scan, useKey: undefined }))) return { id, state: "refused" };
  if (same === null) await record();
  return answerOf(same ?? scan, talent, {
    id,
    state: lost ? "lost" : "elsewhere",
    ...(other === undefined ? {} : { other }),
  });
}
