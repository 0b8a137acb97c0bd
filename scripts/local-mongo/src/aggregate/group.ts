import { MongoError } from "../errors";
import { isDoc, isNumeric, setField, toNumber } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { compare } from "../keys/compare";
import { keyText } from "../keys/encode";
import type { Expression, Scope } from "../expression/scope";
import { compileAccumulator } from "./accumulators";
import type { AccumulatorFactory, GroupAccumulator } from "./accumulators";
import { sorting } from "./basicStages";
import type { Stage, StageCompiler, StageCompilers } from "./stage";
import { collecting, visiting } from "./streams";

interface Group {
  id: Value;
  accumulators: GroupAccumulator[];
}

/** Documents sorted into groups, each with its accumulators. */
class Groups {
  private readonly groups = new Map<string, Group>();

  constructor(private readonly fields: readonly (readonly [string, AccumulatorFactory])[]) {}

  add(id: Value, doc: Doc): void {
    const key = keyText(id ?? null);
    let group = this.groups.get(key);
    if (!group) {
      group = { id: id ?? null, accumulators: this.fields.map(([, make]) => make()) };
      this.groups.set(key, group);
    }
    for (const accumulator of group.accumulators) accumulator.add(doc);
  }

  *results(): Generator<Doc, void, void> {
    for (const { id, accumulators } of this.groups.values()) {
      const out: Doc = { _id: id };
      this.fields.forEach(([field], i) => setField(out, field, accumulators[i]?.result() ?? null));
      yield out;
    }
  }
}

function compileFields(spec: Doc, scope: Scope): (readonly [string, AccumulatorFactory])[] {
  return Object.keys(spec)
    .filter((field) => field !== "_id")
    .map((field) => {
      if (field.includes(".")) throw new MongoError(40235, `The field name '${field}' cannot contain '.'`);
      if (field.startsWith("$"))
        throw new MongoError(40236, `The field name '${field}' cannot be an operator name`);
      return [field, compileAccumulator(field, spec[field], scope)];
    });
}

function grouping(id: Expression, fields: readonly (readonly [string, AccumulatorFactory])[]): Stage {
  return function* (input) {
    const groups = new Groups(fields);
    yield* visiting(input, (doc) => groups.add(id(doc), doc));
    yield* groups.results();
  };
}

const group: StageCompiler = (spec, { scope }) => {
  if (!isDoc(spec)) throw new MongoError(15947, "a group's fields must be specified in an object");
  if (spec["_id"] === undefined) throw new MongoError(15955, "a group specification must include an _id");
  return grouping(scope.compile(spec["_id"]), compileFields(spec, scope));
};

const COUNT: Doc = { count: { $sum: 1 } };

const sortByCount: StageCompiler = (spec, { scope, query }) => {
  const counted = grouping(scope.compile(spec), compileFields(COUNT, scope));
  const sorted = sorting({ count: -1 }, query.collator, Infinity);
  return (input) => sorted(counted(input));
};

function boundariesOf(spec: Doc): Value[] {
  const { boundaries } = spec;
  if (!Array.isArray(boundaries))
    throw new MongoError(40200, "The $bucket 'boundaries' field must be an array");
  if (boundaries.length < 2)
    throw new MongoError(
      40192,
      `The $bucket 'boundaries' field must have at least 2 values, but found ${boundaries.length} value(s).`,
    );
  for (let i = 1; i < boundaries.length; i++) {
    if (compare(boundaries[i - 1], boundaries[i]) >= 0) {
      throw new MongoError(
        40194,
        "The 'boundaries' option to $bucket must be sorted, but elements are not in ascending order",
      );
    }
  }
  return boundaries;
}

const bucket: StageCompiler = (spec, { scope }) => {
  if (!isDoc(spec)) throw new MongoError(40201, "Argument to $bucket stage must be an object");
  const { groupBy, default: otherwise, output } = spec;
  if (groupBy === undefined)
    throw new MongoError(40198, "$bucket requires 'groupBy' and 'boundaries' to be specified");
  const boundaries = boundariesOf(spec);
  const value = scope.compile(groupBy);
  const fields = compileFields(isDoc(output) ? output : COUNT, scope);
  const least = boundaries[0];
  const end = boundaries.at(-1);
  const idOf = (doc: Doc): Value => {
    const v = value(doc);
    if (v !== undefined && compare(v, least) >= 0 && compare(v, end) < 0) {
      return boundaries.findLast((boundary) => compare(boundary, v) <= 0);
    }
    if (otherwise !== undefined) return otherwise;
    throw new MongoError(
      40066,
      "$switch could not find a matching branch for an input, and no default was specified.",
    );
  };
  const grouped = grouping(idOf as Expression, fields);
  const sorted = sorting({ _id: 1 }, undefined, Infinity);
  return (input) => sorted(grouped(input));
};

/** Distributes sorted documents evenly; equal values stay together. */
function* evenly(
  sorted: { v: Value; doc: Doc }[],
  count: number,
  fields: readonly (readonly [string, AccumulatorFactory])[],
) {
  const size = Math.max(1, Math.round(sorted.length / count));
  let from = 0;
  for (let made = 1; from < sorted.length; made++) {
    let to = made === count ? sorted.length : Math.min(sorted.length, from + size);
    while (to < sorted.length && compare(sorted[to]?.v, sorted[to - 1]?.v) === 0) to++;
    const groups = new Groups(fields);
    const part = sorted.slice(from, to);
    for (const { doc } of part) groups.add(null, doc);
    const max = sorted[to]?.v ?? part.at(-1)?.v ?? null;
    for (const result of groups.results()) yield { ...result, _id: { min: part[0]?.v ?? null, max } };
    from = to;
  }
}

const bucketAuto: StageCompiler = (spec, { scope }) => {
  if (!isDoc(spec)) throw new MongoError(40240, "The argument to $bucketAuto must be an object");
  const { groupBy, buckets, output, granularity } = spec;
  if (groupBy === undefined || buckets === undefined)
    throw new MongoError(40246, "$bucketAuto requires 'groupBy' and 'buckets' to be specified");
  if (granularity !== undefined) throw new MongoError(40257, "$bucketAuto 'granularity' is not supported");
  const count = isNumeric(buckets) ? toNumber(buckets) : NaN;
  if (!Number.isInteger(count) || count < 1)
    throw new MongoError(40243, "The $bucketAuto 'buckets' field must be greater than 0");
  const value = scope.compile(groupBy);
  const fields = compileFields(isDoc(output) ? output : COUNT, scope);
  return collecting((docs) => {
    const sorted = docs.map((doc) => ({ v: value(doc) ?? null, doc })).sort((a, b) => compare(a.v, b.v));
    return evenly(sorted, count, fields);
  });
};

export const GROUP_STAGES: StageCompilers = {
  $group: group,
  $sortByCount: sortByCount,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
};
