import { isDoc } from "../bson/value";
import type { Doc } from "../bson/value";
import { rootField } from "./path";

/**
 * The top-level fields that a filter looks at.
 * @returns undefined when it may look at any ($expr, $jsonSchema)
 */
export function fieldsOfFilter(filter: Doc): Set<string> | undefined {
  const fields = new Set<string>();
  for (const key of Object.keys(filter)) {
    const operand = filter[key];
    if (!key.startsWith("$")) {
      fields.add(rootField(key));
      continue;
    }
    if (key === "$comment") continue;
    if (!Array.isArray(operand)) return undefined;
    for (const part of operand) {
      const inner = isDoc(part) ? fieldsOfFilter(part) : undefined;
      if (!inner) return undefined;
      for (const field of inner) fields.add(field);
    }
  }
  return fields;
}
