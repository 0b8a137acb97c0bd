import { Types } from "mongoose";
import * as z from "zod/mini";
import { AppError } from "../errors";

type Schema = z.ZodMiniType;

const idListSchema = z.tuple([z.string().check(z.regex(/^[0-9a-f]{24}$/))]);

/** Packs the place where a page ended. Cursors are opaque to callers but hold nothing secret. */
export function writeCursor(place: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** @throws AppError `invalid_cursor` */
export function readCursor<S extends Schema>(schema: S, cursor: string): z.output<S> {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new AppError("invalid_cursor", "begin the list anew");
  }
}

/** Filter of the page after `cursor` for lists sorted by `_id`, newest first. */
export function beforeId(cursor: string | undefined): { _id?: { $lt: Types.ObjectId } } {
  if (cursor === undefined) return {};
  const [id] = readCursor(idListSchema, cursor);
  return { _id: { $lt: new Types.ObjectId(id) } };
}

/** Cuts `limit + 1` rows to a page and says where the next one begins. */
export function pageOfRows<T>(
  rows: readonly T[],
  limit: number,
  placeOf: (row: T) => readonly unknown[],
): { rows: T[]; nextCursor: string | undefined } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { rows: page, nextCursor: more ? writeCursor(placeOf(last)) : undefined };
}
