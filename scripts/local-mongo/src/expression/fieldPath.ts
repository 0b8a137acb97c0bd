import { MongoError } from "../errors";
import { getField, isDoc } from "../bson/value";
import type { Value } from "../bson/value";
import type { Expression } from "./scope";

function step(v: Value, parts: readonly string[], from: number): Value {
  let at = v;
  for (let i = from; i < parts.length; i++) {
    if (isDoc(at)) at = getField(at, parts[i] ?? "");
    else if (Array.isArray(at)) {
      const found: Value[] = [];
      for (const element of at) {
        const value = isDoc(element) ? step(element, parts, i) : undefined;
        if (value !== undefined) found.push(value);
      }
      return found;
    } else return undefined;
  }
  return at;
}

function checkPart(part: string): void {
  if (part === "") throw new MongoError(15998, "FieldPath field names may not be empty strings.");
  if (part.startsWith("$"))
    throw new MongoError(
      16410,
      "FieldPath field names may not start with '$'. Consider using $getField or $setField.",
    );
  if (part.includes("\0")) throw new MongoError(16411, "FieldPath field names may not contain '\\0'.");
}

/** Follows a path as aggregation does: every document of an array on the way contributes, what is missing does not. */
export function pathFrom(base: Expression | undefined, parts: readonly string[]): Expression {
  parts.forEach(checkPart);
  const [only, second] = parts;
  if (base) return parts.length === 0 ? base : (root) => step(base(root), parts, 0);
  if (only !== undefined && second === undefined)
    return (root) => (isDoc(root) ? getField(root, only) : undefined);
  return (root) => step(root, parts, 0);
}

/** Values at a path of one document, for stages that take a path without the dollar. */
export function valueAt(v: Value, parts: readonly string[]): Value {
  return step(v, parts, 0);
}
