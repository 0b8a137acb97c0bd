import fs from "node:fs";
import path from "node:path";
import { translateSelector } from "../builtIns";

const IMPORT = /@import\s+["']([^"']+)["'];?/g;
const RPX = /(-?[\d.]+)rpx/g;

function readWithImports(dist: string, file: string, seen: string[] = []): string {
  if (seen.includes(file)) return "";
  const source = fs.readFileSync(path.join(dist, file), "utf8");
  return source.replace(IMPORT, (_, to: string) => {
    const target = to.startsWith("/") ? to.slice(1) : path.posix.join(path.posix.dirname(file), to);
    return readWithImports(dist, target, [...seen, file]);
  });
}

/** One style sheet: `rpx` becomes a share of the screen's width, tag selectors become those of the drawn page. */
function translateStyleSheet(source: string): string {
  const selectorsTranslated = source
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/[^{};]+(?=\{)/g, (prelude) =>
      prelude.trimStart().startsWith("@") ? prelude : translateSelector(prelude),
    );
  return selectorsTranslated.replace(RPX, (_, amount: string) => `calc(${amount} * var(--rpx))`);
}

/** All `*.wxss` of the package by path, imports inlined. */
export function translateStyles(dist: string, files: string[]): Record<string, string> {
  return Object.fromEntries(
    files
      .filter((file) => file.endsWith(".wxss"))
      .map((file) => [file.slice(0, -".wxss".length), translateStyleSheet(readWithImports(dist, file))]),
  );
}
