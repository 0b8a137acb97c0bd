import templateRows from "./data/templates.json";

type TemplateKind = "one-time" | "long-term";

export interface TemplateKeyword {
  /** Kind and number, as in `thing2`. */
  key: string;
  name: string;
  /** Allowed values of an `enum` keyword. */
  values?: string[];
}

/** A subscription message template in this mini-program's own list. */
export interface Template {
  id: string;
  title: string;
  kind: TemplateKind;
  keywords: TemplateKeyword[];
}

export const templates: readonly Template[] = templateRows.map((row) => ({
  ...row,
  kind: row.kind === "long-term" ? "long-term" : "one-time",
}));

const byId = new Map(templates.map((template) => [template.id, template]));

export function templateById(id: string): Template | undefined {
  return byId.get(id);
}
