import type { Bilingual } from "../contract/schemas/primitives";

export type { Bilingual };

/** The two languages of every label. The preference `zh-CN` reads `zh`. */
export type LabelLanguage = keyof Bilingual;

/** A label for every value of an enum; a value without one fails the type check. */
export type Labels<K extends string> = Readonly<Record<K, Bilingual>>;

/** Short form for tables of labels. */
export function both(zh: string, en: string): Bilingual {
  return { zh, en };
}
