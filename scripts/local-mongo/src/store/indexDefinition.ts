import { MongoError } from "../errors";
import { getField, hasField, isDoc, isTruthy, toNumber } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { EMPTY_ARRAY, encodeCompound } from "../keys/encode";
import type { KeyPart } from "../keys/encode";
import { compileMatch } from "../query/match";
import { isArrayIndex, splitPath } from "../query/path";
import type { DocTest } from "../query/path";

export const ID_INDEX_NAME = "_id_";

/** An index of a collection: its specification, and what follows from it. */
export class Index {
  readonly name: string;
  readonly key: Doc;
  readonly fields: readonly string[];
  readonly parts: readonly (readonly string[])[];
  readonly directions: readonly number[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partialFilter: Doc | undefined;
  private readonly inPartial: DocTest | undefined;

  constructor(
    readonly id: number,
    /** as `listIndexes` shows it */
    readonly spec: Doc,
    /** whether some document has an array at an indexed path */
    public multikey: boolean,
  ) {
    const key = spec["key"];
    this.name = String(spec["name"]);
    this.key = isDoc(key) ? key : {};
    this.fields = Object.keys(this.key);
    this.parts = this.fields.map(splitPath);
    this.directions = this.fields.map((field) => (toNumber(this.key[field]) < 0 ? -1 : 1));
    this.unique = this.name === ID_INDEX_NAME || isTruthy(spec["unique"]);
    this.sparse = isTruthy(spec["sparse"]);
    const partial = spec["partialFilterExpression"];
    this.partialFilter = isDoc(partial) ? partial : undefined;
    this.inPartial = this.partialFilter && compileMatch(this.partialFilter);
  }

  get isId(): boolean {
    return this.name === ID_INDEX_NAME;
  }

  get hidden(): boolean {
    return isTruthy(this.spec["hidden"]);
  }

  get hashed(): boolean {
    return this.fields.some((field) => this.key[field] === "hashed");
  }

  /** Seconds after which documents expire; undefined for an index without TTL. */
  get ttlSeconds(): number | undefined {
    const seconds = this.spec["expireAfterSeconds"];
    return seconds === undefined || this.fields.length !== 1 ? undefined : toNumber(seconds);
  }

  /** The encoded keys of a document in this index, each once; none when the index leaves the document out. */
  keysOf(doc: Doc): Buffer[] {
    return this.entriesOf(doc).map((values) => encodeCompound(values, this.directions));
  }

  /** The values of the entry with this encoded key, for the message about a duplicate. */
  valuesOf(doc: Doc, encoded: Buffer): readonly KeyPart[] {
    const entries = this.entriesOf(doc);
    return entries.find((values) => encodeCompound(values, this.directions).equals(encoded)) ?? [];
  }

  private entriesOf(doc: Doc): (readonly KeyPart[])[] {
    if (this.inPartial && !this.inPartial(doc)) return [];
    if (this.sparse && !this.parts.some((parts) => reaches(doc, parts))) return [];
    const [only, second] = this.parts;
    const top = only?.length === 1 ? only[0] : undefined;
    if (second === undefined && top !== undefined) {
      const value = getField(doc, top);
      if (!Array.isArray(value)) return [[value ?? null]];
    }
    const found = new EntryBuilder(this).build(doc);
    if (found.openedArray) this.multikey = true;
    return found.entries.length > 1 ? distinct(found.entries, this.directions) : found.entries;
  }
}

function distinct(entries: readonly KeyPart[][], directions: readonly number[]): KeyPart[][] {
  const seen = new Map<string, KeyPart[]>();
  for (const entry of entries) seen.set(encodeCompound(entry, directions).toString("latin1"), entry);
  return [...seen.values()];
}

function reaches(v: Value, parts: readonly string[], from = 0): boolean {
  const part = parts[from];
  if (part === undefined) return v !== undefined;
  if (Array.isArray(v)) {
    if (isArrayIndex(part) && reaches(v[Number(part)], parts, from + 1)) return true;
    return v.some((element) => isDoc(element) && reaches(element, parts, from));
  }
  return isDoc(v) && hasField(v, part) && reaches(getField(v, part), parts, from + 1);
}

/** How far one indexed path has been followed in one document. */
interface Walk {
  value: KeyPart;
  parts: readonly string[];
  at: number;
  /** an element of the array at the path's end: arrays in it are not opened again */
  final: boolean;
}

/**
 * Makes the entries of a compound index: paths that meet the same array advance through it together, and paths that
 * meet different arrays are refused, as MongoDB does.
 */
class EntryBuilder {
  openedArray = false;
  readonly entries: KeyPart[][] = [];

  constructor(private readonly index: Index) {}

  build(doc: Doc): this {
    this.expand(this.index.parts.map((parts) => ({ value: doc, parts, at: 0, final: false })));
    return this;
  }

  private expand(walks: readonly Walk[]): void {
    const stopped = walks.map(advance);
    const first = stopped.findIndex((walk) => Array.isArray(walk.value) && !walk.final);
    const array = stopped[first]?.value;
    if (!Array.isArray(array)) {
      this.entries.push(stopped.map((walk) => walk.value));
      return;
    }
    this.openedArray = true;
    this.refuseParallel(stopped, array, first);
    const elements: readonly KeyPart[] = array.length === 0 ? [EMPTY_ARRAY] : array;
    for (const element of elements) {
      this.expand(stopped.map((walk) => (walk.value === array && !walk.final ? into(walk, element) : walk)));
    }
  }

  private refuseParallel(walks: readonly Walk[], array: Value[], first: number): void {
    const other = walks.findIndex((walk) => Array.isArray(walk.value) && !walk.final && walk.value !== array);
    if (other < 0) return;
    const name = (i: number): string => this.index.parts[i]?.at(-1) ?? "";
    throw new MongoError(171, `cannot index parallel arrays [${name(other)}] [${name(first)}]`);
  }
}

function into(walk: Walk, element: KeyPart): Walk {
  if (walk.at === walk.parts.length)
    return { ...walk, value: element === undefined ? null : element, final: true };
  if (element === EMPTY_ARRAY || !isDoc(element))
    return { ...walk, value: null, at: walk.parts.length, final: true };
  return { ...walk, value: element };
}

/** Follows documents, and elements named by number, until an array or the end of the path. */
function advance(walk: Walk): Walk {
  let { value, at } = walk;
  for (; at < walk.parts.length; at++) {
    const part = walk.parts[at] ?? "";
    if (value === EMPTY_ARRAY) break;
    if (Array.isArray(value)) {
      if (!isArrayIndex(part) || Number(part) >= value.length) return { ...walk, value, at };
      value = value[Number(part)];
    } else if (isDoc(value)) value = getField(value, part);
    else return { ...walk, value: null, at: walk.parts.length };
  }
  return { ...walk, value: value === undefined ? null : value, at };
}
