import { isDoc } from "../bson/value";
import type { Value } from "../bson/value";
import { rootField } from "../query/path";
import type { StageSpec } from "./pipeline";

/** Adds the top-level fields an expression reads. @returns false when it may read the whole document */
function collect(spec: Value, fields: Set<string>): boolean {
  if (typeof spec === "string") {
    if (!spec.startsWith("$")) return true;
    if (spec.startsWith("$$")) return !/^\$\$(ROOT|CURRENT)\b/.test(spec);
    fields.add(rootField(spec.slice(1)));
    return true;
  }
  if (Array.isArray(spec)) return spec.every((element) => collect(element, fields));
  if (!isDoc(spec)) return true;
  if (spec["$getField"] !== undefined || spec["sortBy"] !== undefined) return false;
  return Object.keys(spec).every((name) => name === "$literal" || collect(spec[name], fields));
}

/**
 * The top-level fields that a pipeline reads of its input, when it begins with a grouping.
 * @returns undefined when it reads whole documents
 */
export function fieldsOfPipeline(stages: readonly StageSpec[]): Set<string> | undefined {
  const [first] = stages;
  if (first?.name !== "$group" && first?.name !== "$sortByCount" && first?.name !== "$bucket")
    return undefined;
  const fields = new Set<string>();
  return collect(first.spec, fields) ? fields : undefined;
}
