import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** Bytes of each package of a built mini-program; `main` is everything outside the subpackages. */
export interface PackageSizes {
  main: number;
  subpackages: Record<string, number>;
}

const KB = 1024;
const MAIN_LIMIT = 600 * KB;
const TOTAL_LIMIT = 1536 * KB;

/** Measures the packages that `app.json` in `out` declares. */
export function measurePackages(out: string): PackageSizes {
  const app = JSON.parse(readFileSync(path.join(out, "app.json"), "utf8")) as {
    subPackages?: { root: string }[];
    subpackages?: { root: string }[];
  };
  const declared = app.subPackages ?? app.subpackages ?? [];
  const subpackages = Object.fromEntries(
    declared.map(({ root }) => [root, folderSize(path.join(out, root))]),
  );
  const inSubpackages = Object.values(subpackages).reduce((sum, size) => sum + size, 0);
  return { main: folderSize(out) - inSubpackages, subpackages };
}

/** One line per package, in KB. */
export function sizeReport(sizes: PackageSizes): string {
  const rows = [["main", sizes.main] as const, ...Object.entries(sizes.subpackages)];
  const lines = rows.map(([name, size]) => `${(size / KB).toFixed(1).padStart(8)} KB  ${name}`);
  return [...lines, `${(total(sizes) / KB).toFixed(1).padStart(8)} KB  all packages`].join("\n");
}

/** Sentences about what is over its limit; empty when the build fits. */
export function sizeViolations(sizes: PackageSizes): string[] {
  const violations: string[] = [];
  if (sizes.main > MAIN_LIMIT) violations.push(`main package is over ${MAIN_LIMIT / KB} KB`);
  if (total(sizes) > TOTAL_LIMIT) violations.push(`all packages together are over ${TOTAL_LIMIT / KB} KB`);
  return violations;
}

function total(sizes: PackageSizes): number {
  return Object.values(sizes.subpackages).reduce((sum, size) => sum + size, sizes.main);
}

function folderSize(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const file = path.join(folder, entry.name);
    return sum + (entry.isDirectory() ? folderSize(file) : statSync(file).size);
  }, 0);
}
