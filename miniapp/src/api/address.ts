type Scalars = Record<string, unknown>;

/** Fills `:name` parts of a path and appends the query; absent values leave no trace. */
export function fillPath(path: string, params: Scalars = {}, query: Scalars = {}): string {
  const filled = path.replace(/:([A-Za-z]+)/g, (_match, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  if (pairs.length === 0) return filled;
  return `${filled}?${pairs.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join("&")}`;
}
