import { MongoError, badValue } from "../errors";
import { getField, hasField, isDoc, setField } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { show } from "../bson/show";
import { isArrayIndex, valueAtPath } from "../query/path";

const MAX_PADDING = 1_500_000;

/** One place in a document that an update operator works on: a path without positional parts left in it. */
export class Place {
  constructor(
    readonly doc: Doc,
    readonly parts: readonly string[],
  ) {}

  get path(): string {
    return this.parts.join(".");
  }

  get name(): string {
    return this.parts.at(-1) ?? "";
  }

  get value(): Value {
    return valueAtPath(this.doc, this.parts);
  }

  /**
   * Sets the value; documents on the way are made, arrays are filled up with null.
   * @throws MongoError 28 when the way leads through a value that is no document
   */
  set(value: Value): void {
    let holder: Value = this.doc;
    for (let i = 0; i < this.parts.length; i++) {
      const part = this.parts[i] ?? "";
      const last = i === this.parts.length - 1;
      if (Array.isArray(holder)) holder = this.inArray(holder, part, i, last ? value : undefined, last);
      else if (isDoc(holder)) holder = inDocument(holder, part, last ? value : undefined, last);
      else throw this.notViable(part, i, holder);
    }
  }

  private inArray(array: Value[], part: string, at: number, value: Value, last: boolean): Value {
    if (!isArrayIndex(part)) throw this.notViable(part, at, array);
    const place = Number(part);
    if (place - array.length > MAX_PADDING) throw badValue("can't backfill more than 1500000 elements");
    while (array.length < place) array.push(null);
    if (last) array[place] = value;
    else if (array[place] === undefined) array[place] = {};
    return array[place];
  }

  private notViable(part: string, at: number, holder: Value): MongoError {
    const parent = this.parts[at - 1] ?? "";
    return new MongoError(28, `Cannot create field '${part}' in element {${parent}: ${show(holder)}}`);
  }

  /** Removes the field; an array element becomes null, so that the others keep their places. */
  unset(): void {
    const holder = valueAtPath(this.doc, this.parts.slice(0, -1));
    if (Array.isArray(holder)) {
      if (isArrayIndex(this.name) && Number(this.name) < holder.length) holder[Number(this.name)] = null;
    } else if (isDoc(holder)) delete holder[this.name];
  }
}

function inDocument(doc: Doc, part: string, value: Value, last: boolean): Value {
  if (last) setField(doc, part, value);
  else if (!hasField(doc, part) || doc[part] === undefined) setField(doc, part, {});
  return getField(doc, part);
}
