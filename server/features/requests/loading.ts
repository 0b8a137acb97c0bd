import { Types } from "mongoose";
import type { Reader } from "../../platform/auth/reader";
import { wasApplied, type CommandCall } from "../../platform/database/aggregate";
import { notFound } from "../../platform/errors";
import type { RequestDocument } from "./document";
import { RequestModel } from "./model";
import { maySee } from "./policy";

/** Straight from the driver: the most frequent read of all, of documents that our own code has built and typed. */
async function findRequest(id: string): Promise<RequestDocument | null> {
  return RequestModel.collection.findOne<RequestDocument>({ _id: new Types.ObjectId(id) });
}

/** @throws AppError `not_found` for what is absent and for what the reader may not know of */
export async function visibleRequest(reader: Reader, id: string): Promise<RequestDocument> {
  const request = await findRequest(id);
  if (request === null || !maySee(reader, request)) throw notFound("request");
  return request;
}

/**
 * The request for a command. Whoever returned a case no longer sees it, but a repetition of that very command is
 * answered like the first time.
 * @throws AppError `not_found`
 */
export async function requestForCommand(
  reader: Reader,
  id: string,
  call: CommandCall,
): Promise<RequestDocument> {
  const request = await findRequest(id);
  if (request === null) throw notFound("request");
  if (!maySee(reader, request) && !wasApplied(request.commands, call)) throw notFound("request");
  return request;
}
