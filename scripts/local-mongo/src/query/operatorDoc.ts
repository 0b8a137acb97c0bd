import { isDoc } from "../bson/value";
import type { Doc, Value } from "../bson/value";

const REFERENCE_FIELDS = new Set(["$ref", "$id", "$db"]);

/** Whether a value holds operators (`{$gt: 1}`): its first field begins with `$` and is no part of a DBRef. */
export function isOperatorDoc(v: Value): v is Doc {
  if (!isDoc(v)) return false;
  for (const first in v) return first.startsWith("$") && !REFERENCE_FIELDS.has(first);
  return false;
}

export function isReferenceField(name: string): boolean {
  return REFERENCE_FIELDS.has(name);
}
