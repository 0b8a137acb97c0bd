import { getField, isDoc } from "../bson/value";
import type { Doc, Value } from "../bson/value";

export type Test = (v: Value) => boolean;

/** Tests the end of a path; an element that the path names by number is not opened when it is an array. */
export type Leaf = (v: Value, isNamedElement: boolean) => boolean;

const INDEX = /^(0|[1-9]\d*)$/;

/** Whether a path component can name an array element. */
export function isArrayIndex(part: string): boolean {
  return INDEX.test(part);
}

export function splitPath(path: string): readonly string[] {
  return path.split(".");
}

/**
 * Walks a dotted path the way MongoDB's matcher does: arrays on the way are entered (their documents, and the
 * element a number names), arrays inside arrays are not.
 * @returns true as soon as `leaf` says so of a value at the end of the path (undefined when it is missing there)
 */
export function anyAtPath(
  v: Value,
  parts: readonly string[],
  leaf: Leaf,
  from = 0,
  isNamedElement = false,
): boolean {
  const part = parts[from];
  if (part === undefined) return leaf(v, isNamedElement);
  if (Array.isArray(v)) {
    if (
      isArrayIndex(part) &&
      Number(part) < v.length &&
      anyAtPath(v[Number(part)], parts, leaf, from + 1, true)
    ) {
      return true;
    }
    return v.some((element) => isDoc(element) && anyAtPath(getField(element, part), parts, leaf, from + 1));
  }
  if (isDoc(v)) return anyAtPath(getField(v, part), parts, leaf, from + 1);
  return leaf(undefined, false);
}

/** Every value at the end of a path, arrays at the end opened: what `distinct` and sorting look at. */
export function valuesAtPath(v: Value, parts: readonly string[]): Value[] {
  const found: Value[] = [];
  anyAtPath(v, parts, (leaf) => {
    if (Array.isArray(leaf)) found.push(...leaf);
    else found.push(leaf);
    return false;
  });
  return found;
}

/** The value at a path of nested documents; an array is entered only by number. */
export function valueAtPath(v: Value, parts: readonly string[]): Value {
  let at: Value = v;
  for (const part of parts) {
    if (Array.isArray(at)) at = isArrayIndex(part) ? at[Number(part)] : undefined;
    else if (isDoc(at)) at = getField(at, part);
    else return undefined;
  }
  return at;
}

/** The first component of a path: the top-level field it begins at. */
export function rootField(path: string): string {
  const dot = path.indexOf(".");
  return dot < 0 ? path : path.slice(0, dot);
}

export type DocTest = (doc: Doc) => boolean;
