import { createHash } from "node:crypto";

type Plain =
  string | number | boolean | null | undefined | Date | readonly Plain[] | { [key: string]: Plain };

function canonical(value: unknown): Plain {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value as Plain;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, canonical(part)]));
}

/** SHA-256 in hex of plain data: equal data gives an equal digest, whatever the order of its keys. */
export function digestOf(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(canonical(value)) ?? "undefined")
    .digest("hex");
}
