import type { Binary } from "bson";
import { decode } from "../bson/decode";
import { encode } from "../bson/encode";
import { isDoc, isTruthy, toNumber } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { compileMatch } from "../query/match";
import type { DocTest } from "../query/path";
import { ID_INDEX_NAME, Index } from "./indexDefinition";

/** A collection: its options, its indexes (the one on `_id` first), and how much it holds. */
export class Collection {
  indexes: Index[] = [];
  /** record id of the next insertion */
  nextRecordId = 1;
  count = 0;
  /** BSON bytes of all documents */
  bytes = 0;
  private validatorTest: DocTest | undefined;

  constructor(
    readonly id: number,
    public ns: string,
    readonly uuid: Binary,
    /** as `listCollections` shows them */
    readonly options: Doc,
  ) {
    this.prepareValidator();
  }

  get db(): string {
    return databaseOf(this.ns);
  }

  get name(): string {
    return collectionOf(this.ns);
  }

  get idIndex(): Index {
    const index = this.indexes[0];
    if (!index) throw new Error(`collection ${this.ns} has no index on _id`);
    return index;
  }

  get capped(): boolean {
    return isTruthy(this.options["capped"]);
  }

  index(name: string): Index | undefined {
    return this.indexes.find((index) => index.name === name);
  }

  prepareValidator(): void {
    const validator = this.options["validator"];
    const active = isDoc(validator) && Object.keys(validator).length > 0;
    this.validatorTest = active ? compileMatch(validator) : undefined;
  }

  /** Whether a document may be written. */
  accepts(doc: Doc): boolean {
    if (!this.validatorTest || this.options["validationAction"] === "warn") return true;
    return this.options["validationLevel"] === "off" || this.validatorTest(doc);
  }

  toBytes(): Buffer {
    const indexes = this.indexes.map(({ id, spec, multikey }) => ({ id, spec, multikey }));
    return encode({ id: this.id, ns: this.ns, uuid: this.uuid, options: this.options, indexes });
  }
}

export function databaseOf(ns: string): string {
  return ns.slice(0, ns.indexOf("."));
}

export function collectionOf(ns: string): string {
  return ns.slice(ns.indexOf(".") + 1);
}

export function idIndexSpec(): Doc {
  return { v: 2, key: { _id: 1 }, name: ID_INDEX_NAME };
}

function loadIndex(stored: Value): Index {
  if (!isDoc(stored) || !isDoc(stored["spec"]))
    throw new Error("the catalogue holds an index without specification");
  return new Index(toNumber(stored["id"]), stored["spec"], stored["multikey"] === true);
}

/** Reads a collection as `toBytes` wrote it. */
export function loadCollection(bytes: Buffer): Collection {
  const stored = decode(bytes);
  const { uuid, options, indexes } = stored;
  if (!isDoc(options) || !Array.isArray(indexes)) throw new Error("the catalogue holds a damaged collection");
  const collection = new Collection(toNumber(stored["id"]), String(stored["ns"]), uuid as Binary, options);
  collection.indexes = indexes.map(loadIndex);
  return collection;
}
