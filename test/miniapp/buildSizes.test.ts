import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { measurePackages, sizeReport, sizeViolations } from "../../miniapp/scripts/buildSizes";

const KB = 1024;
let out: string;

beforeEach(() => {
  out = mkdtempSync(path.join(tmpdir(), "sizes-"));
  writeFileSync(path.join(out, "app.json"), JSON.stringify({ subPackages: [{ root: "packages/code" }] }));
  mkdirSync(path.join(out, "packages/code"), { recursive: true });
});
afterEach(() => rmSync(out, { recursive: true }));

test("counts a subpackage apart from the main package", () => {
  writeFileSync(path.join(out, "packages/code/a.js"), Buffer.alloc(10 * KB));
  writeFileSync(path.join(out, "app.js"), Buffer.alloc(100 * KB));
  const sizes = measurePackages(out);
  expect(sizes.subpackages).toEqual({ "packages/code": 10 * KB });
  expect(Math.floor(sizes.main / KB)).toBe(100);
  expect(sizeReport(sizes)).toMatch(/10\.0 KB {2}packages\/code/);
  expect(sizeViolations(sizes)).toEqual([]);
});

test("names the main package and the whole when they are too large", () => {
  writeFileSync(path.join(out, "app.js"), Buffer.alloc(601 * KB));
  writeFileSync(path.join(out, "packages/code/a.js"), Buffer.alloc(1000 * KB));
  expect(sizeViolations(measurePackages(out))).toEqual([
    "main package is over 600 KB",
    "all packages together are over 1536 KB",
  ]);
});
