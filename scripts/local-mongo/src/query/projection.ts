import { MongoError } from "../errors";
import { getField, hasField, isDoc, isNumeric, isTruthy, setField } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import type { QueryContext } from "./context";
import { isOperatorDoc } from "./operatorDoc";
import { computedField } from "./projectionFields";
import type { Computed } from "./projectionFields";

/** What becomes of one field: kept or dropped (true), made anew, or a document of its own. */
type Node = true | Computed | Tree;
type Tree = Map<string, Node>;

interface Shape {
  inclusive: boolean | undefined;
  /** `_id`, when the projection names it */
  id: boolean | undefined;
  tree: Tree;
  /** a field is shaped ($slice) without saying whether the others stay */
  shaped: boolean;
}

function isFlag(v: Value): boolean {
  return typeof v === "boolean" || isNumeric(v);
}

function isTree(node: Node | undefined): node is Tree {
  return node instanceof Map;
}

function place(tree: Tree, path: string, node: Node): void {
  const parts = path.split(".");
  let at = tree;
  parts.forEach((part, i) => {
    if (part === "") throw new MongoError(40353, "FieldPath must not end with a '.'.");
    if (part.startsWith("$") && part !== "$") {
      throw new MongoError(
        16410,
        `FieldPath field names may not start with '$'. Consider using $getField or $setField.`,
      );
    }
    const existing = at.get(part);
    if (i === parts.length - 1) {
      if (existing !== undefined) throw new MongoError(31250, `Path collision at ${path}`);
      at.set(part, node);
      return;
    }
    if (existing !== undefined && !isTree(existing)) {
      throw new MongoError(
        31249,
        `Path collision at ${path} remaining portion ${parts.slice(i + 1).join(".")}`,
      );
    }
    const next: Tree = existing ?? new Map<string, Node>();
    at.set(part, next);
    at = next;
  });
}

function setMode(shape: Shape, inclusive: boolean, path: string): void {
  if (shape.inclusive === undefined) shape.inclusive = inclusive;
  else if (shape.inclusive !== inclusive) {
    throw inclusive
      ? new MongoError(31253, `Cannot do inclusion on field ${path} in exclusion projection`)
      : new MongoError(31254, `Cannot do exclusion on field ${path} in inclusion projection`);
  }
}

function read(spec: Doc, base: string, shape: Shape, filter: Doc, context: QueryContext): void {
  for (const key of Object.keys(spec)) {
    const operand = spec[key];
    const path = base + key;
    if (isFlag(operand) && !path.endsWith(".$")) {
      if (path === "_id") shape.id = isTruthy(operand);
      else {
        setMode(shape, isTruthy(operand), path);
        place(shape.tree, path, true);
      }
    } else if (isDoc(operand) && !isOperatorDoc(operand)) {
      if (Object.keys(operand).length === 0)
        throw new MongoError(
          51270,
          "An empty sub-projection is not a valid value. Found empty object at path",
        );
      read(operand, `${path}.`, shape, filter, context);
    } else {
      const computed = computedField(path, operand, filter, context);
      if (computed.decidesInclusion) setMode(shape, true, path);
      else shape.shaped = true;
      place(shape.tree, computed.path, computed);
    }
  }
}

function include(source: Doc, tree: Tree, root: Doc): Doc {
  const out: Doc = {};
  for (const field of Object.keys(source)) {
    const node = tree.get(field);
    const value = source[field];
    if (node === undefined) continue;
    if (node === true) setField(out, field, value);
    else if (isTree(node)) setField(out, field, includeIn(value, node, root));
    else if (!node.appended) setField(out, field, node.compute(root, value));
  }
  for (const [field, node] of tree) {
    if (node === true) continue;
    if (isTree(node)) {
      if (!hasField(source, field) && hasComputed(node)) setField(out, field, include({}, node, root));
    } else if (node.appended || (!hasField(source, field) && node.decidesInclusion)) {
      setField(out, field, node.compute(root, getField(source, field)));
    }
  }
  return out;
}

function hasComputed(tree: Tree): boolean {
  return [...tree.values()].some(
    (node) => node !== true && (isTree(node) ? hasComputed(node) : node.appended),
  );
}

function includeIn(v: Value, tree: Tree, root: Doc): Value {
  if (Array.isArray(v)) {
    return v.flatMap((element): Value[] =>
      isDoc(element) || Array.isArray(element)
        ? [includeIn(element, tree, root)]
        : hasComputed(tree)
          ? [include({}, tree, root)]
          : [],
    );
  }
  if (isDoc(v)) return include(v, tree, root);
  return hasComputed(tree) ? include({}, tree, root) : undefined;
}

function exclude(source: Doc, tree: Tree, root: Doc): Doc {
  const out: Doc = {};
  for (const field of Object.keys(source)) {
    const node = tree.get(field);
    const value = source[field];
    if (node === undefined) setField(out, field, value);
    else if (isTree(node)) setField(out, field, excludeIn(value, node, root));
    else if (node !== true) setField(out, field, node.compute(root, value));
  }
  return out;
}

function excludeIn(v: Value, tree: Tree, root: Doc): Value {
  if (Array.isArray(v)) return v.map((element) => excludeIn(element, tree, root));
  return isDoc(v) ? exclude(v, tree, root) : v;
}

export type Projector = (doc: Doc) => Doc;

/**
 * Compiles a projection of `find` or `$project`: inclusion, exclusion, `$slice`, `$elemMatch`, positional `$` and
 * expressions.
 * @param filter the query, which decides what positional `$` shows
 * @returns undefined when there is nothing to project
 */
export function compileProjection(spec: Value, filter: Doc, context: QueryContext): Projector | undefined {
  if (!isDoc(spec) || Object.keys(spec).length === 0) return undefined;
  const shape: Shape = { inclusive: undefined, id: undefined, tree: new Map(), shaped: false };
  read(spec, "", shape, filter, context);
  const inclusive = shape.inclusive ?? (shape.id === true && !shape.shaped);
  const { tree, id } = shape;
  if (!inclusive) {
    if (id === false) tree.set("_id", true);
    return (doc) => exclude(doc, tree, doc);
  }
  if (id !== false && !tree.has("_id")) tree.set("_id", true);
  return (doc) => {
    const out = include(doc, tree, doc);
    const first = Object.keys(out)[0];
    if (first === "_id" || !hasField(out, "_id") || out["_id"] === undefined) return out;
    const { _id, ...rest } = out;
    return { _id, ...rest };
  };
}
