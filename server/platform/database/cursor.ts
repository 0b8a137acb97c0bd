import * as z from "zod/mini";
import { AppError } from "../errors";

/** Where a page of a list ended: the value it is sorted by (0 where that is the id alone) and the last id. */
export interface Place {
  at: number;
  /** 24 hex digits. */
  id: string;
}

const placeSchema = z.tuple([z.number(), z.string().check(z.regex(/^[0-9a-f]{24}$/))]);

/** Packs a place. Cursors are opaque to callers but hold nothing secret. */
export function writeCursor({ at, id }: Place): string {
  return Buffer.from(JSON.stringify([at, id])).toString("base64url");
}

/** @throws AppError `invalid_cursor` */
export function readCursor(cursor: string): Place {
  try {
    const [at, id] = placeSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { at, id };
  } catch {
    throw new AppError("invalid_cursor", "begin the list anew");
  }
}

/** Cuts `limit + 1` rows to a page and says where the next one begins; absent on the last page. */
export function pageOfRows<T>(
  rows: readonly T[],
  limit: number,
  placeOf: (row: T) => Place,
): { rows: T[]; next: { nextCursor?: string } } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { rows: page, next: more ? { nextCursor: writeCursor(placeOf(last)) } : {} };
}
