import { createHash } from "node:crypto";
import { Types } from "mongoose";

function digest(key: string): string {
  return createHash("sha256").update(`demonstration ${key}`).digest("hex");
}

/** The id of a thing by its name: the same in every demonstration database. */
export function idOf(key: string): Types.ObjectId {
  return new Types.ObjectId(digest(key).slice(0, 24));
}

/** An id that sorts by the time at which the thing began, as ids made by the running product do. */
export function timedId(key: string, at: Date): Types.ObjectId {
  const seconds = Math.floor(at.getTime() / 1000);
  return new Types.ObjectId(seconds.toString(16).padStart(8, "0") + digest(key).slice(0, 16));
}
