import { Types } from "mongoose";
import { AppError, notFound } from "../../../platform/errors";
import { readCatalogue } from "../../catalogue/index";
import { commandCall, runCommand } from "../../../platform/database/aggregate";
import { findTalent } from "../../talents/index";
import type { Moment } from "../change";
import type { RequestDocument } from "../document";
import { requestForCommand, visibleRequest } from "../loading";
import { RequestModel } from "../model";
import { authorize } from "../policy";
import { mergeForm, type FormInput } from "./form";

interface DraftCall {
  requestId: string;
  commandKey: string | undefined;
}

/** Saves parts of a draft; nothing is checked for completeness yet. */
export async function saveDraft(
  { requestId, commandKey }: DraftCall,
  input: FormInput,
  { context, reader, now }: Moment,
): Promise<RequestDocument> {
  const call = commandCall(reader.accountId, commandKey, "saveDraft", input);
  const load = () => requestForCommand(reader, requestId, call);
  const current = await load();
  const [catalogue, talent] = await Promise.all([readCatalogue(), findTalent(current.talentId)]);
  const version = catalogue.version(current.item.id, current.item.version);
  if (version === undefined || talent === null) throw notFound("request");
  const { keyring } = context.platform;
  return runCommand<RequestDocument>({
    model: RequestModel,
    current,
    reload: load,
    call,
    decide(request) {
      authorize(reader, "saveDraft", request, now, context.limits);
      const form = mergeForm(request, input, { keyring, talent, version, now });
      return { set: { ...form, updatedAt: now } };
    },
  });
}

/** Throws a draft away, then its files: a crash in between leaves files that nobody can see. */
export async function discardDraft(requestId: string, moment: Moment): Promise<void> {
  const { context, reader, now } = moment;
  const request = await visibleRequest(reader, requestId);
  authorize(reader, "discardDraft", request, now, context.limits);
  const { deletedCount } = await RequestModel.deleteOne({
    _id: new Types.ObjectId(requestId),
    version: request.version,
  }).exec();
  if (deletedCount === 0) throw new AppError("state_changed", "the draft was changed meanwhile");
  await Promise.all(request.files.map((file) => context.platform.files.deleteFile(file.fileId)));
}
