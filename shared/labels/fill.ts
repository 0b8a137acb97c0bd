/** Puts values into the `{name}` places of a label; a place without a value becomes empty. */
export function fill(label: string, values: Readonly<Record<string, string | number | undefined>>): string {
  return label.replace(/\{(\w+)\}/g, (_place, name: string) => String(values[name] ?? ""));
}
