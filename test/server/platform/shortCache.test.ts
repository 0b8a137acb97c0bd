import { createShortCache } from "../../../server/platform/database/shortCache";
import { digestOf } from "../../../server/platform/database/digest";

function counted(answers: Record<string, string | null> = { a: "A", b: "B" }) {
  const loads: string[] = [];
  const cache = createShortCache<string>(
    (key) => {
      loads.push(key);
      return Promise.resolve(answers[key] ?? null);
    },
    { ttlMs: 40, size: 2 },
  );
  return { cache, loads };
}

test("callers at the same time share one load, and so do those soon after", async () => {
  const { cache, loads } = counted();
  expect(await Promise.all([cache.get("a"), cache.get("a")])).toEqual(["A", "A"]);
  expect(await cache.get("a")).toBe("A");
  expect(loads).toEqual(["a"]);
});

test("what has aged or was forgotten is loaded again", async () => {
  const { cache, loads } = counted();
  await cache.get("a");
  cache.forget("a");
  await cache.get("a");
  await new Promise((resolve) => setTimeout(resolve, 60));
  await cache.get("a");
  expect(loads).toEqual(["a", "a", "a"]);
});

test("absence and failures are not kept", async () => {
  const { cache, loads } = counted({});
  expect([await cache.get("x"), await cache.get("x")]).toEqual([null, null]);
  expect(loads).toEqual(["x", "x"]);
  let fails = true;
  const flaky = createShortCache<string>(
    () => (fails ? Promise.reject(new Error("down")) : Promise.resolve("up")),
    { ttlMs: 1000, size: 1 },
  );
  await expect(flaky.get("x")).rejects.toThrow("down");
  fails = false;
  expect(await flaky.get("x")).toBe("up");
});

test("the oldest key gives way when the cache is full", async () => {
  const { cache, loads } = counted({ a: "A", b: "B", c: "C" });
  for (const key of ["a", "b", "c", "a"]) await cache.get(key);
  expect(loads).toEqual(["a", "b", "c", "a"]);
});

test("equal data has one digest whatever the order of its keys, different data another", () => {
  const at = new Date(0);
  expect(digestOf({ a: 1, b: { c: [1, 2], d: at } })).toBe(digestOf({ b: { d: at, c: [1, 2] }, a: 1 }));
  expect(digestOf({ a: undefined, b: 1 })).toBe(digestOf({ b: 1 }));
  expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]));
  expect(digestOf({ a: "1" })).not.toBe(digestOf({ a: 1 }));
});
