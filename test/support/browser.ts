import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromiumPath } from "../weapp/host/backends/chromium";

/** Tests that look through Chromium; where it is not installed one skipped test says so. */
export function inChromium(title: string, body: () => void): void {
  if (existsSync(chromiumPath())) describe(title, body);
  else describe(title, () => test.skip(`${chromiumPath()} is not there, so no page was looked at`, () => {}));
}

/** Path of a picture that the tests leave behind, outside git. */
export function picturePath(...parts: string[]): string {
  const path = join(resolve("."), ".artifacts", ...parts);
  mkdirSync(join(path, ".."), { recursive: true });
  return path;
}
