import { createHash } from "node:crypto";
import { Types, type Model } from "mongoose";
import { wasApplied, type Aggregate, type CommandCall } from "./aggregate";
import { isDuplicateKey } from "./duplicateKey";

/** The id that a call gives to what it makes: the same for a repetition. */
function idOf({ key }: CommandCall): Types.ObjectId {
  if (key === undefined) return new Types.ObjectId();
  return new Types.ObjectId(createHash("sha256").update(key).digest("hex").slice(0, 24));
}

/**
 * Writes a new aggregate, once however often the call is repeated with its key.
 * @throws AppError `idempotency_key_reused` when the key came with other content
 */
export async function insertOnce<T extends Aggregate>(
  model: Model<T>,
  call: CommandCall,
  document: Omit<T, "_id" | "commands">,
): Promise<T> {
  const commands = call.key === undefined ? [] : [{ key: call.key, digest: call.digest }];
  const made = { ...document, _id: idOf(call), commands } as unknown as T;
  const collection = model.collection as unknown as {
    insertOne(document: object, options: object): Promise<unknown>;
    findOne(filter: object): Promise<unknown>;
  };
  try {
    await collection.insertOne(made, { ignoreUndefined: true });
    return made;
  } catch (error) {
    if (!isDuplicateKey(error) || call.key === undefined) throw error;
    const before = (await collection.findOne({ _id: made._id })) as T | null;
    if (before === null) throw error;
    wasApplied(before.commands, call);
    return before;
  }
}
