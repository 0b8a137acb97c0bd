import type { Model, Types } from "mongoose";
import { AppError } from "../errors";
import { digestOf } from "./digest";
import type { OutboxEntry } from "./outbox";

/** A command that has been applied, kept so that its repetition changes nothing. */
export interface AppliedCommand {
  key: string;
  digest: string;
}

/** What a document needs for commands to be one atomic, conditional write each. */
export interface Aggregate {
  _id: Types.ObjectId;
  /** Counts the writes; every write names the version that it was decided on. */
  version: number;
  status: string;
  /** The last commands that carried an `Idempotency-Key`. */
  commands: AppliedCommand[];
  outbox: OutboxEntry[];
  /** Something in the outbox waits for the relay. */
  outboxPending?: boolean | undefined;
}

/** Commands remembered per aggregate: repetitions come within seconds, not after thirty other changes. */
const REMEMBERED_COMMANDS = 30;
/** Tries of a command that keeps losing against other writers of the same aggregate. */
const ATTEMPTS = 24;

/** One call of a command. */
export interface CommandCall {
  /** Absent when the caller sent no key: then a repetition is a new command. */
  key: string | undefined;
  digest: string;
}

/** Names a command so that one person's repetition is recognised and nobody else's is. */
export function commandCall(
  accountId: string,
  key: string | undefined,
  action: string,
  input: unknown,
): CommandCall {
  return {
    key: key === undefined ? undefined : `${accountId}:${key}`,
    digest: digestOf({ action, input }),
  };
}

/** What a command does to an aggregate. Absent parts stay as they are. */
export interface Change<T> {
  set?: Partial<T>;
  unset?: readonly (keyof T & string)[];
  /** Appended to list fields. */
  push?: { [K in keyof T & string]?: T[K] extends readonly (infer E)[] | undefined ? readonly E[] : never };
  notices?: readonly OutboxEntry[];
}

/**
 * Whether this command has been applied before.
 * @throws AppError `idempotency_key_reused` when its key came with other content
 */
export function wasApplied(applied: readonly AppliedCommand[], call: CommandCall): boolean {
  if (call.key === undefined) return false;
  const before = applied.find((command) => command.key === call.key);
  if (before === undefined) return false;
  if (before.digest !== call.digest)
    throw new AppError("idempotency_key_reused", "this key was used for something else");
  return true;
}

function updateOf<T extends Aggregate>(change: Change<T>, call: CommandCall): Record<string, object> {
  const notices = change.notices ?? [];
  const push: Record<string, object> = {};
  for (const [field, entries] of Object.entries<unknown>(change.push ?? {})) push[field] = { $each: entries };
  if (notices.length > 0) push["outbox"] = { $each: notices };
  if (call.key !== undefined)
    push["commands"] = {
      $each: [{ key: call.key, digest: call.digest }],
      $slice: -REMEMBERED_COMMANDS,
    };
  const set = { ...change.set, ...(notices.length > 0 ? { outboxPending: true } : {}) };
  const unset = Object.fromEntries((change.unset ?? []).map((field) => [field, ""]));
  return {
    $inc: { version: 1 },
    ...(Object.keys(set).length > 0 ? { $set: set } : {}),
    ...(Object.keys(unset).length > 0 ? { $unset: unset } : {}),
    ...(Object.keys(push).length > 0 ? { $push: push } : {}),
  };
}

/** The collection behind a model, for writes whose documents our own code has built and typed. */
function collectionOf(model: Model<never>): {
  findOneAndUpdate(filter: object, update: object, options: object): Promise<unknown>;
} {
  return model.collection;
}

export interface CommandRun<T extends Aggregate> {
  model: Model<T>;
  /** The aggregate as the caller saw it. */
  current: T;
  /** Reads it again after a lost race. Throws `not_found` when it is gone or no longer the caller's to see. */
  reload(): Promise<T>;
  call: CommandCall;
  /**
   * Decides on the given state what changes, null = nothing; throws when that state or person does not allow it.
   */
  decide(current: T): Change<T> | null | Promise<Change<T> | null>;
}

/**
 * Runs a command as one conditional write of one aggregate: state, timeline, notices and the command's key go in
 * together or not at all. Whoever loses a race is decided again on the present state, so the refusal that the caller
 * gets describes what is true now.
 * @returns the aggregate after the write, or as it is when the command had been applied before or changes nothing
 * @throws AppError `idempotency_key_reused`, or `state_changed` when the aggregate never stood still
 */
export async function runCommand<T extends Aggregate>(run: CommandRun<T>): Promise<T> {
  const collection = collectionOf(run.model as unknown as Model<never>);
  let current = run.current;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (wasApplied(current.commands, run.call)) return current;
    const change = await run.decide(current);
    if (change === null) return current;
    const updated = await collection.findOneAndUpdate(
      { _id: current._id, version: current.version, status: current.status },
      updateOf(change, run.call),
      { returnDocument: "after", ignoreUndefined: true },
    );
    if (updated !== null) return updated as T;
    current = await run.reload();
  }
  throw new AppError("state_changed", "others are changing this at the same time; try again");
}
