import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(".");
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "reporter-"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  mkdirSync(join(folder, "tests"));
  writeFileSync(join(folder, "package.json"), "{}");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(code: string): { last: string; status: number | null } {
  writeFileSync(join(folder, "tests", "one.test.js"), code);
  const { stdout, status } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/jest/bin/jest.js"),
      ...[
        "--rootDir",
        folder,
        "--reporters",
        "default",
        "--reporters",
        join(root, "scripts/testReporter.cjs"),
      ],
    ],
    { cwd: folder, encoding: "utf8" },
  );
  return { last: stdout.trimEnd().split("\n").at(-1) ?? "", status };
}

describe("the last line of a test run", () => {
  it("says how many passed and failed, and how many were skipped only when some were", () => {
    expect(run("test('a', () => {}); test('b', () => {});")).toEqual({
      last: "2 passed, 0 failed",
      status: 0,
    });
    expect(
      run("test('a', () => {}); test('b', () => { throw new Error(); }); test.skip('c', () => {});"),
    ).toEqual({
      last: "1 passed, 1 failed, 1 skipped",
      status: 1,
    });
  });

  it("counts a file that cannot run as failed", () => {
    expect(run("throw new Error('cannot load')")).toEqual({ last: "0 passed, 1 failed", status: 1 });
  });
});
