import type { JsonObject } from "../protocol";

type Container = Record<string, unknown>;

/** Writes `value` at a `setData` path such as `root.cn.[0].cl` or `list[3].name`, making what lies between. */
export function setAtPath(target: JsonObject, path: string, value: unknown): void {
  const keys = path
    .replace(/\[(\d+)\]/g, ".$1")
    .split(".")
    .filter(Boolean);
  const last = keys.pop();
  if (last === undefined) return;
  let place: Container = target;
  keys.forEach((key, index) => {
    const existing = place[key];
    if (typeof existing !== "object" || existing === null)
      place[key] = /^\d+$/.test(keys[index + 1] ?? last) ? [] : {};
    place = place[key] as Container;
  });
  place[last] = value;
}

/** Splits `pages/a/index?x=1`. Values stay as written: WeChat does not decode them. */
export function parseUrl(url: string): { path: string; query: Record<string, string> } {
  const [path = "", search = ""] = url.split("?");
  const pairs = search
    .split("&")
    .filter(Boolean)
    .map((pair): [string, string] => {
      const at = pair.indexOf("=");
      return at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
    });
  return { path, query: Object.fromEntries(pairs) };
}
