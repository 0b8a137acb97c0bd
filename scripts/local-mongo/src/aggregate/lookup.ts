import { BSONRegExp } from "bson";
import { MongoError } from "../errors";
import { getField, isDoc, isNullish, setField, typeName } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { keyText } from "../keys/encode";
import { PAUSE } from "../pause";
import type { Pause } from "../pause";
import { checkVariableName } from "../expression/scope";
import type { Expression, Scope } from "../expression/scope";
import { anyAtPath, splitPath } from "../query/path";
import type { PipelineContext, Stage, StageCompiler, StageCompilers, Stream } from "./stage";

/** Finds the foreign documents of one local document. */
type Finder = (doc: Doc) => Stream;

const LOOKUP_FIELDS = new Set(["from", "as", "localField", "foreignField", "let", "pipeline"]);

function text(spec: Doc, field: string): string | undefined {
  const v = spec[field];
  if (v === undefined || typeof v === "string") return v;
  throw new MongoError(
    9,
    `$lookup argument '${field}: ${typeName(v)}' must be a string, is type ${typeName(v)}`,
  );
}

/** The values that a local document is joined by: the elements of an array, null when there is none. */
function localValues(doc: Doc, parts: readonly string[]): Value[] {
  const values: Value[] = [];
  anyAtPath(doc, parts, (v) => {
    if (Array.isArray(v)) values.push(...v);
    else values.push(v ?? null);
    return false;
  });
  return values.length === 0 ? [null] : values;
}

/** All documents of a collection by the values at a path, read once. */
class JoinTable {
  private byKey: Map<string, { doc: Doc; place: number }[]> | undefined;

  constructor(
    private readonly read: () => Stream,
    private readonly parts: readonly string[],
  ) {}

  private *build(): Generator<Pause, Map<string, { doc: Doc; place: number }[]>, void> {
    const table = new Map<string, { doc: Doc; place: number }[]>();
    let place = 0;
    for (const doc of this.read()) {
      if (doc === PAUSE) {
        yield PAUSE;
        continue;
      }
      const entry = { doc, place: place++ };
      const keys = new Set<string>();
      anyAtPath(doc, this.parts, (v) => {
        keys.add(keyText(v ?? null));
        if (Array.isArray(v)) for (const element of v) keys.add(keyText(element ?? null));
        return false;
      });
      for (const key of keys) {
        const list = table.get(key);
        if (list) list.push(entry);
        else table.set(key, [entry]);
      }
    }
    return table;
  }

  *find(values: readonly Value[]): Generator<Doc | Pause, void, void> {
    this.byKey ??= yield* this.build();
    const found = new Map<number, Doc>();
    for (const v of values)
      for (const { doc, place } of this.byKey.get(keyText(v)) ?? []) found.set(place, doc);
    for (const [, doc] of [...found].sort(([a], [b]) => a - b)) yield doc;
  }
}

function joinFinder(
  ns: string,
  localField: string,
  foreignField: string,
  { sources }: PipelineContext,
): Finder {
  const local = splitPath(localField);
  if (sources.hasIndex(ns, foreignField)) {
    return (doc) => {
      const wanted = localValues(doc, local).map((v) => (v instanceof BSONRegExp ? { $eq: v } : v));
      const plain = wanted.filter((v) => !isDoc(v) || v["$eq"] === undefined);
      return sources.documents(ns, { [foreignField]: { $in: plain } });
    };
  }
  const table = new JoinTable(() => sources.documents(ns), splitPath(foreignField));
  return (doc) => table.find(localValues(doc, local));
}

interface Bindings {
  scope: Scope;
  /** sets the variables from a local document */
  bind: (doc: Doc) => void;
}

function bindVariables(variables: Value, scope: Scope): Bindings {
  if (variables === undefined) return { scope, bind: () => {} };
  if (!isDoc(variables)) throw new MongoError(9, "$lookup argument 'let' must be an object");
  let inner = scope;
  const bindings = Object.keys(variables).map((name): { value: Expression; set: (v: Value) => void } => {
    checkVariableName(name);
    const value = scope.compile(variables[name]);
    const bound = inner.bind(name);
    inner = bound.scope;
    return { value, set: bound.set };
  });
  return {
    scope: inner,
    bind: (doc) => {
      const values = bindings.map(({ value }) => value(doc));
      bindings.forEach(({ set }, i) => set(values[i]));
    },
  };
}

/** Equalities of a leading `$match: {$expr: …}` between a foreign field and a variable: an index can serve them. */
function indexableEqualities(pipeline: Value): (readonly [field: string, variable: string])[] {
  const first = Array.isArray(pipeline) && isDoc(pipeline[0]) ? pipeline[0]["$match"] : undefined;
  const expr = isDoc(first) ? first["$expr"] : undefined;
  if (!isDoc(expr)) return [];
  const parts = Array.isArray(expr["$and"]) ? expr["$and"] : [expr];
  return parts.flatMap((part): (readonly [string, string])[] => {
    const pair = isDoc(part) ? part["$eq"] : undefined;
    if (!Array.isArray(pair) || pair.length !== 2) return [];
    const texts = pair.filter((v): v is string => typeof v === "string");
    const field = texts.find((v) => /^\$[^$]/.test(v));
    const variable = texts.find((v) => /^\$\$[a-z]\w*$/.test(v));
    return field !== undefined && variable !== undefined ? [[field.slice(1), variable.slice(2)]] : [];
  });
}

function pipelineSource(
  ns: string,
  pipeline: Value,
  scope: Scope,
  { sources }: PipelineContext,
): () => Stream {
  const usable = indexableEqualities(pipeline).filter(([field]) => sources.hasIndex(ns, field));
  const bound = usable.map(([field, variable]): [string, Expression] => [field, scope.variable(variable)]);
  return () => {
    const filter: Doc = {};
    for (const [field, value] of bound) {
      const v = value(undefined);
      if (!isNullish(v) && !Array.isArray(v) && !isDoc(v) && !(v instanceof BSONRegExp)) filter[field] = v;
    }
    return sources.documents(ns, filter);
  };
}

function compileFinder(spec: Doc, context: PipelineContext): Finder {
  const from = spec["from"];
  const [localField, foreignField] = [text(spec, "localField"), text(spec, "foreignField")];
  const { pipeline } = spec;
  if ((localField === undefined) !== (foreignField === undefined)) {
    throw new MongoError(
      4,
      "$lookup requires both or neither of 'localField' and 'foreignField' to be specified",
    );
  }
  if (pipeline === undefined && localField === undefined) {
    throw new MongoError(
      9,
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    );
  }
  const ns = `${context.db}.${String(from ?? "")}`;
  const join =
    localField !== undefined && foreignField !== undefined
      ? joinFinder(ns, localField, foreignField, context)
      : undefined;
  if (pipeline === undefined) return join ?? (() => []);
  const { scope, bind } = bindVariables(spec["let"], context.scope);
  const run = context.nested(pipeline, scope);
  const all = from === undefined ? () => [] : pipelineSource(ns, pipeline, scope, context);
  return (doc) => {
    bind(doc);
    return run(join ? join(doc) : all());
  };
}

function* attach(doc: Doc, found: Stream, as: string): Generator<Doc | Pause, void, void> {
  const list: Value[] = [];
  for (const other of found) {
    if (other === PAUSE) yield PAUSE;
    else list.push(other);
  }
  yield withField(doc, as.split("."), list);
}

function withField(doc: Doc, parts: readonly string[], v: Value): Doc {
  const [first = "", ...rest] = parts;
  const out: Doc = { ...doc };
  const inner = getField(doc, first);
  setField(out, first, rest.length === 0 ? v : withField(isDoc(inner) ? inner : {}, rest, v));
  return out;
}

const lookup: StageCompiler = (spec, context): Stage => {
  if (!isDoc(spec)) throw new MongoError(9, "the $lookup specification must be an object");
  for (const field of Object.keys(spec)) {
    if (!LOOKUP_FIELDS.has(field)) throw new MongoError(9, `unknown argument to $lookup: ${field}`);
  }
  const as = text(spec, "as");
  if (as === undefined) throw new MongoError(9, "must specify 'as' field for a $lookup");
  if (isDoc(spec["from"])) throw new MongoError(9, "$lookup across databases is not supported");
  if (text(spec, "from") === undefined && spec["pipeline"] === undefined)
    throw new MongoError(9, "missing 'from' option to $lookup stage specification");
  const find = compileFinder(spec, context);
  return function* (input) {
    for (const doc of input) {
      if (doc === PAUSE) yield PAUSE;
      else yield* attach(doc, find(doc), as);
    }
  };
};

export const LOOKUP_STAGES: StageCompilers = { $lookup: lookup };
