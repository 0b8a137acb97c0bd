import * as z from "zod/mini";
import { CATEGORIES, RECOGNITIONS } from "../../domain/talents";
import { ROLES } from "../../domain/roles";

/** Id of a stored document. */
export const idSchema = z.string().check(z.regex(/^[0-9a-f]{24}$/));
/** A calendar date in Asia/Shanghai. */
export const onSchema = z.iso.date();
/** An instant, UTC. */
export const atSchema = z.iso.datetime();
export const districtCodeSchema = z.string().check(z.regex(/^500\d{3}$/));
export const cursorSchema = z.string().check(z.minLength(1), z.maxLength(200));
export const categorySchema = z.enum(CATEGORIES);
export const recognitionSchema = z.enum(RECOGNITIONS);
export const roleSchema = z.enum(ROLES);

/** Text that a person wrote: trimmed, never empty. */
export function writtenText(maxLength: number) {
  return z.string().check(z.trim(), z.minLength(1), z.maxLength(maxLength));
}

/** A text in both languages of the screens. */
export const bilingualSchema = z.object({ zh: z.string(), en: z.string() });
export type Bilingual = z.output<typeof bilingualSchema>;

export const idParams = z.strictObject({ id: idSchema });

/** Query of a cursor-paged list. */
export const pageQuery = {
  cursor: z.optional(cursorSchema),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 20),
};

/** One page of a list; `nextCursor` is absent on the last one. */
export function pageOf<T extends z.ZodMiniType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.optional(z.string()) });
}
