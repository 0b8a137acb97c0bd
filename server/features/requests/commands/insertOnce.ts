import { digestOf } from "../../../platform/database/digest";
import { AppError } from "../../../platform/errors";
import type { Moment } from "../change";
import type { RequestDocument } from "../document";
import { RequestModel } from "../model";

const DUPLICATE_KEY = 11000;

function isDuplicate(error: unknown): error is Error & { keyPattern?: Record<string, unknown> } {
  return error instanceof Error && "code" in error && error.code === DUPLICATE_KEY;
}

/**
 * What this person began with the same key before.
 * @throws AppError `idempotency_key_reused` when the key came with other content
 */
async function createdBefore(createdBy: string, createKey: string, digest: string): Promise<RequestDocument> {
  const before = await RequestModel.findOne({ createdBy, createKey }).lean<RequestDocument>().exec();
  if (before === null || before.createDigest !== digest)
    throw new AppError("idempotency_key_reused", "this key was used for something else");
  return before;
}

/**
 * One insert with timeline, notices and the command's key.
 * @returns the request, or the one that the same command began before
 * @throws AppError `idempotency_key_reused`
 */
export async function insertOnce(
  request: RequestDocument,
  { input, commandKey }: { input: unknown; commandKey: string | undefined },
  { context, reader, now }: Moment,
): Promise<RequestDocument> {
  const digest = digestOf(input);
  if (commandKey !== undefined) Object.assign(request, { createKey: commandKey, createDigest: digest });
  for (;;) {
    try {
      await RequestModel.collection.insertOne(request, { ignoreUndefined: true });
      context.platform.outbox.nudge();
      return request;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      if (commandKey !== undefined && error.keyPattern?.["createKey"] !== undefined)
        return createdBefore(reader.accountId, commandKey, digest);
      if (error.keyPattern?.["number"] === undefined) throw error;
      request.number = await context.numbers.next(now);
    }
  }
}
