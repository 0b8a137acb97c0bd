import { BSONRegExp } from "bson";
import { MongoError } from "../errors";
import { clone, isDoc } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { isOperatorDoc } from "../query/operatorDoc";
import { splitPath } from "../query/path";
import { Place } from "./place";

/** The value that a condition fixes, if it fixes one. */
function fixedValue(operand: Value): Value {
  if (operand instanceof BSONRegExp) return undefined;
  if (!isOperatorDoc(operand)) return operand;
  const { $eq, $in, $all } = operand;
  if ($eq !== undefined) return $eq;
  for (const list of [$in, $all]) {
    if (Array.isArray(list) && list.length === 1 && !isOperatorDoc(list[0])) return fixedValue(list[0]);
  }
  return undefined;
}

function collect(filter: Doc, found: Map<string, Value>): void {
  for (const key of Object.keys(filter)) {
    const operand = filter[key];
    if (key === "$and" || (key === "$or" && Array.isArray(operand) && operand.length === 1)) {
      if (Array.isArray(operand)) for (const part of operand) if (isDoc(part)) collect(part, found);
    } else if (!key.startsWith("$")) {
      const value = fixedValue(operand);
      if (value === undefined) continue;
      if (found.has(key))
        throw new MongoError(54, `cannot infer query fields to set, path '${key}' is matched twice`);
      found.set(key, value);
    }
  }
}

/**
 * The document an upsert begins with: the fields that the filter fixes by equality.
 * @throws MongoError 54 when the filter fixes a field twice
 */
export function upsertBase(filter: Doc): Doc {
  const found = new Map<string, Value>();
  collect(filter, found);
  const doc: Doc = {};
  for (const [path, value] of found) new Place(doc, splitPath(path)).set(clone(value));
  return doc;
}
