import type { IncomingMessage } from "node:http";
import type * as z from "zod/mini";
import { addMaterialBody } from "@talent/shared/contract/schemas/requests";
import { PAPER_STATUSES } from "@talent/shared/domain/caseWork";
import { BOUNDS, FILE_KINDS, type FileMime } from "@talent/shared/domain/limits";
import { COLLECTING_STATUSES, isIn } from "@talent/shared/domain/requestStatus";
import { commandCall, runCommand } from "../../../platform/database/aggregate";
import { AppError, invalidField, notFound } from "../../../platform/errors";
import { cleanFileName, endsLike } from "../../../platform/files/fileName";
import type { StoredFile } from "../../../platform/files/fileStore";
import { readCatalogue, type ItemVersion } from "../../catalogue/index";
import type { Moment } from "../change";
import type { RequestDocument, RequestFileEntry } from "../document";
import { requestForCommand, visibleRequest } from "../loading";
import { RequestModel } from "../model";
import { allowedActions, relationsOf, seesAsStaff } from "../policy";
import { openSupplement } from "../rules/supplement";

const FILE_MIMES = Object.keys(FILE_KINDS) as FileMime[];

interface MaterialCall {
  requestId: string;
  commandKey: string | undefined;
}

/**
 * Who asks for the service hands files in, while a draft or an answer to a notice is being collected; the specialist
 * at the window photographs papers, until the case has gone to a department (§6.2.1).
 */
function authorizeCollecting(request: RequestDocument, { context, reader, now }: Moment): void {
  const relations = relationsOf(reader, request);
  if (!relations.has("requester") && !relations.has("intake"))
    throw new AppError("action_not_allowed", "for the requester");
  const collecting = relations.has("requester") ? COLLECTING_STATUSES : PAPER_STATUSES;
  if (isIn(collecting, request.status)) return;
  throw new AppError("state_changed", `not while it is ${request.status}`, {
    status: request.status,
    version: request.version,
    can: allowedActions(reader, request, now, context.limits).map(({ action }) => action),
  });
}

async function versionOfRequest(request: RequestDocument): Promise<ItemVersion> {
  const version = (await readCatalogue()).version(request.item.id, request.item.version);
  if (version === undefined) throw notFound("item version");
  return version;
}

/** The name that the person gave, unless it says another kind than the content is. */
function nameOf(file: StoredFile, given: string | undefined): string {
  const name = given === undefined ? file.fileName : cleanFileName(given);
  return endsLike(name, file.mime) ? name : file.fileName;
}

function entryOf(
  request: RequestDocument,
  version: ItemVersion,
  file: StoredFile,
  { materialKey, fileName }: z.output<typeof addMaterialBody>,
  { reader, now }: Moment,
): RequestFileEntry {
  const material = version.materials.find((one) => one.key === materialKey);
  const asked = openSupplement(request.supplements)?.items.find((item) => item.key === materialKey);
  if (material === undefined && asked === undefined) throw invalidField("body.materialKey", "unknown");
  const same = request.files.filter((one) => one.materialKey === materialKey);
  if (same.length >= BOUNDS.file.perMaterial || request.files.length >= BOUNDS.file.perRequest)
    throw new AppError("too_many_files", "as many files as a material or a request takes", {
      perMaterial: BOUNDS.file.perMaterial,
      perRequest: BOUNDS.file.perRequest,
    });
  return {
    fileId: file.id,
    materialKey,
    fileName: nameOf(file, fileName),
    mime: file.mime,
    bytes: file.bytes,
    sha256: file.sha256,
    identity: material?.identity ?? false,
    uploadedAt: now,
    uploadedBy: seesAsStaff(reader, request) ? "staff" : "requester",
  };
}

/**
 * Takes one file and attaches it in one conditional write. A file that could not be attached is deleted again.
 * @throws AppError what `receiveFile` refuses, `too_many_files`, `state_changed`
 */
export async function addMaterial(
  { requestId, commandKey }: MaterialCall,
  raw: IncomingMessage,
  moment: Moment,
): Promise<RequestDocument> {
  const { context, reader, now } = moment;
  const { files } = context.platform;
  const before = await visibleRequest(reader, requestId);
  authorizeCollecting(before, moment);
  const version = await versionOfRequest(before);
  const { file, fields } = await files.receiveFile(raw, {
    maxBytes: BOUNDS.file.bytes,
    kinds: FILE_MIMES,
    fields: addMaterialBody,
  });
  const input = { materialKey: fields.materialKey, sha256: file.sha256 };
  const call = commandCall(reader.accountId, commandKey, "addMaterial", input);
  const load = () => requestForCommand(reader, requestId, call);
  try {
    const after = await runCommand<RequestDocument>({
      model: RequestModel,
      current: await load(),
      reload: load,
      call,
      decide(request) {
        authorizeCollecting(request, moment);
        const entry = entryOf(request, version, file, fields, moment);
        return { set: { updatedAt: now }, push: { files: [entry] } };
      },
    });
    if (!after.files.some((entry) => entry.fileId === file.id)) await files.deleteFile(file.id);
    return after;
  } catch (error) {
    await files.deleteFile(file.id);
    throw error;
  }
}

/** Files that were handed in with an earlier step stay: they belong to what was decided on them. */
function mayTakeBack(request: RequestDocument, file: RequestFileEntry): boolean {
  const open = openSupplement(request.supplements);
  return request.submittedAt === undefined || (open !== undefined && file.uploadedAt >= open.askedAt);
}

/** Takes a file back before it is handed in. */
export async function removeMaterial(
  { requestId, commandKey }: MaterialCall,
  fileId: string,
  moment: Moment,
): Promise<RequestDocument> {
  const { context, reader, now } = moment;
  const call = commandCall(reader.accountId, commandKey, "removeMaterial", { fileId });
  const load = () => requestForCommand(reader, requestId, call);
  const after = await runCommand<RequestDocument>({
    model: RequestModel,
    current: await load(),
    reload: load,
    call,
    decide(request) {
      authorizeCollecting(request, moment);
      const file = request.files.find((entry) => entry.fileId === fileId);
      if (file === undefined) throw notFound("file");
      if (!mayTakeBack(request, file))
        throw new AppError("action_not_allowed", "this file was handed in already");
      return { set: { files: request.files.filter((entry) => entry !== file), updatedAt: now } };
    },
  });
  await context.platform.files.deleteFile(fileId);
  return after;
}
