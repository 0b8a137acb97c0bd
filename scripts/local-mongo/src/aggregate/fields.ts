import { MongoError } from "../errors";
import { getField, isDoc, setField } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import type { Expression, Scope } from "../expression/scope";
import { isOperatorDoc } from "../query/operatorDoc";

type Tree = Map<string, Tree | Expression>;

function place(tree: Tree, path: string, leaf: Expression): void {
  const parts = path.split(".");
  let at = tree;
  parts.forEach((part, i) => {
    if (part === "") throw new MongoError(40353, "FieldPath must not end with a '.'.");
    if (part.startsWith("$"))
      throw new MongoError(
        16410,
        "FieldPath field names may not start with '$'. Consider using $getField or $setField.",
      );
    const existing = at.get(part);
    if (i === parts.length - 1) {
      if (existing)
        throw new MongoError(
          40176,
          `specification contains two conflicting paths. Cannot specify both '${path}' and '${part}'`,
        );
      at.set(part, leaf);
    } else {
      if (existing && !(existing instanceof Map)) {
        throw new MongoError(
          40176,
          `specification contains two conflicting paths. Cannot specify both '${path}' and '${parts.slice(0, i + 1).join(".")}'`,
        );
      }
      const next: Tree = existing ?? new Map<string, Tree | Expression>();
      at.set(part, next);
      at = next;
    }
  });
}

function read(spec: Doc, base: string, tree: Tree, scope: Scope): void {
  for (const field of Object.keys(spec)) {
    const v = spec[field];
    if (isDoc(v) && !isOperatorDoc(v) && Object.keys(v).length > 0) read(v, `${base}${field}.`, tree, scope);
    else place(tree, base + field, scope.compile(v));
  }
}

function apply(v: Value, tree: Tree, root: Doc): Value {
  if (Array.isArray(v)) return v.map((element) => apply(element, tree, root));
  const out: Doc = isDoc(v) ? { ...v } : {};
  for (const [field, node] of tree) {
    const value = node instanceof Map ? apply(getField(out, field), node, root) : node(root);
    if (value === undefined) delete out[field];
    else setField(out, field, value);
  }
  return out;
}

/** Compiles `$addFields`: computed fields set into a copy of the document, in arrays on the way into every element. */
export function compileAddFields(spec: Value, scope: Scope): (doc: Doc) => Doc {
  if (!isDoc(spec)) throw new MongoError(40272, "$addFields specification stage must be an object");
  const tree: Tree = new Map();
  read(spec, "", tree, scope);
  return (doc) => {
    const out = apply(doc, tree, doc);
    return isDoc(out) ? out : doc;
  };
}
