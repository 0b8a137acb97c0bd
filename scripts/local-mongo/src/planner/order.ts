import { isDoc, toNumber } from "../bson/value";
import type { Doc } from "../bson/value";
import type { Index } from "../store/indexDefinition";

export interface IndexOrder {
  /** reading the index gives the order asked for */
  sorted: boolean;
  backwards: boolean;
  /** the order begins behind the fields with equality bounds: several values there have to be merged */
  behindEqualities: boolean;
}

/**
 * Whether an index gives the order of a sort.
 * @param equalities number of leading fields that have equality bounds
 * @param constant those of them that have one value only
 */
export function orderOf(
  sort: Doc | undefined,
  index: Index,
  equalities: number,
  constant: ReadonlySet<string>,
  collated: boolean,
): IndexOrder {
  if (!sort) return { sorted: true, backwards: false, behindEqualities: false };
  const none = { sorted: false, backwards: false, behindEqualities: false };
  if (index.multikey || collated) return none;
  const wanted = Object.keys(sort).filter((field) => !constant.has(field));
  if (wanted.some((field) => isDoc(sort[field]))) return none;
  const first = index.fields.indexOf(wanted[0] ?? "");
  const from = first >= 0 && first < equalities ? 0 : equalities;
  let turn = 0;
  for (let i = 0; i < wanted.length; i++) {
    const field = wanted[i] ?? "";
    const place = from + i;
    if (index.fields[place] !== field) return none;
    const direction = Math.sign(toNumber(sort[field])) * (index.directions[place] ?? 1);
    if (turn === 0) turn = direction;
    else if (turn !== direction) return none;
    if (index.isId) break;
  }
  return { sorted: true, backwards: turn < 0, behindEqualities: from === equalities };
}
