import type { IncomingMessage } from "node:http";
import { addAttachmentBody } from "@talent/shared/contract/schemas/cycles";
import { CYCLE_BOUNDS } from "@talent/shared/domain/cycles";
import { BOUNDS, FILE_KINDS, type FileMime } from "@talent/shared/domain/limits";
import { commandCall, runCommand } from "../../../platform/database/aggregate";
import { AppError, notFound } from "../../../platform/errors";
import { cleanFileName, endsLike } from "../../../platform/files/fileName";
import type { BinaryAnswer } from "../../../platform/http/handler";
import type { CycleDocument, EvaluationDraft } from "../document";
import { CycleModel } from "../model";
import { actorsOf } from "../policy";
import { authorize, presentCycle, visibleCycle, type Moment } from "./perform";

const FILE_MIMES = Object.keys(FILE_KINDS) as FileMime[];
const EMPTY: EvaluationDraft = { attachmentIds: [] };

/**
 * Takes one file into the draft of the evaluation, in one conditional write. A file that could not be kept is deleted.
 * @throws AppError what `receiveFile` refuses, `too_many_files`, `action_not_allowed`, `state_changed`
 */
export async function addAttachment(
  id: string,
  raw: IncomingMessage,
  moment: Moment,
): Promise<CycleDocument> {
  const { reader, now, commandKey, context } = moment;
  const { files } = context.platform;
  authorize(moment, await presentCycle(moment, id), "saveDraft");
  const { file, fields } = await files.receiveFile(raw, {
    maxBytes: BOUNDS.file.bytes,
    kinds: FILE_MIMES,
    fields: addAttachmentBody,
  });
  const given = fields.fileName === undefined ? file.fileName : cleanFileName(fields.fileName);
  const fileName = endsLike(given, file.mime) ? given : file.fileName;
  const entry = { fileId: file.id, fileName, mime: file.mime, bytes: file.bytes };
  try {
    const done = await runCommand<CycleDocument>({
      model: CycleModel,
      current: await visibleCycle(reader, id),
      reload: () => visibleCycle(reader, id),
      call: commandCall(reader.accountId, commandKey, "addAttachment", { id, sha256: file.sha256 }),
      decide(cycle) {
        authorize(moment, cycle, "saveDraft");
        const draft = cycle.draft ?? EMPTY;
        if (draft.attachmentIds.length >= CYCLE_BOUNDS.attachments)
          throw new AppError("too_many_files", "as many files as an evaluation takes", {
            most: CYCLE_BOUNDS.attachments,
          });
        const attachmentIds = [...draft.attachmentIds, file.id];
        return { set: { draft: { ...draft, attachmentIds }, updatedAt: now }, push: { files: [entry] } };
      },
    });
    if (!done.files.some(({ fileId }) => fileId === file.id)) await files.deleteFile(file.id);
    return done;
  } catch (error) {
    await files.deleteFile(file.id);
    throw error;
  }
}

/**
 * The bytes of a file: of the draft for the employer alone, of the evaluation for everybody who sees the cycle.
 * @throws AppError `not_found`
 */
export async function readAttachment(
  cycle: CycleDocument,
  fileId: string,
  { reader, context }: Pick<Moment, "reader" | "context">,
): Promise<BinaryAnswer> {
  const handedIn = cycle.evaluation?.attachmentIds.includes(fileId) === true;
  const mayRead = handedIn || actorsOf(reader, cycle).includes("employer");
  if (!mayRead || !cycle.files.some((file) => file.fileId === fileId)) throw notFound("file");
  return context.platform.files.answerFile(fileId);
}

/** Which of these stored files belong to a cycle. */
export async function ownedFiles(ids: readonly string[]): Promise<string[]> {
  const keepers = await CycleModel.find({ "files.fileId": { $in: [...ids] } }, { "files.fileId": 1 }).lean<
    Pick<CycleDocument, "files">[]
  >();
  const kept = new Set(keepers.flatMap(({ files }) => files.map(({ fileId }) => fileId)));
  return ids.filter((id) => kept.has(id));
}
