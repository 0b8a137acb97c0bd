import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const root = resolve(".");

/** Lints texts as if they stood in files of the repository, without types; the rules that each of them breaks. */
function brokenRules(texts: readonly { path: string; text: string }[]): string[][] {
  const program = `
    import { ESLint } from "eslint";
    import tseslint from "typescript-eslint";
    const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });
    const broken = [];
    for (const { path, text } of ${JSON.stringify(texts)}) {
      const [file] = await eslint.lintText(text, { filePath: path });
      broken.push(file.messages.map(({ ruleId, message }) => ruleId ?? message));
    }
    process.stdout.write(JSON.stringify(broken));
  `;
  const run = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd: root,
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as string[][];
}

/** Checks imports of a small tree laid out like ours; the names of the rules that it breaks. */
function brokenImports(files: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), "imports-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    writeFileSync(join(folder, "tsconfig.json"), "{}");
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    symlinkSync(join(root, ".dependency-cruiser.cjs"), join(folder, ".dependency-cruiser.cjs"));
    const tops = [...new Set(Object.keys(files).map((path) => path.split("/")[0] ?? ""))];
    const { stdout, stderr } = spawnSync(
      join(root, "node_modules/.bin/depcruise"),
      ["--output-type", "json", ...tops],
      { cwd: folder, encoding: "utf8" },
    );
    if (stdout === "") throw new Error(stderr);
    const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
    return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("lint", () => {
  it("keeps out what WeChat lacks, and the real time", () => {
    const shared = "shared/labels/fill.ts";
    const screen = "miniapp/src/i18n/language.ts";
    const feature = "server/features/catalogue/rules.ts";
    const cases: [string, string, string[]][] = [
      [shared, "export const sorted = new Intl.Collator();", ["no-restricted-globals"]],
      [shared, "export const at = () => Date.now();", ["no-restricted-syntax"]],
      [shared, "export const at = () => new Date();", ["no-restricted-syntax"]],
      [shared, "export const text = (n: number) => n.toLocaleString();", ["no-restricted-syntax"]],
      [shared, "export const at = () => new Date(0);", []],
      [screen, 'export const url = new URL("x:y");', ["no-restricted-globals"]],
      [screen, "export const copy = structuredClone({});", ["no-restricted-globals"]],
      [screen, 'export const f = new Function("return 1");', ["no-restricted-syntax"]],
      [feature, "export const at = () => new Date();", ["no-restricted-syntax"]],
      [feature, "export const at = (now: Date) => new Date(now);", []],
    ];
    const found = brokenRules(cases.map(([path, text]) => ({ path, text: `${text}\n` })));
    const own = new Set(["no-restricted-globals", "no-restricted-syntax"]);
    expect(found.map((rules) => rules.filter((rule) => own.has(rule)))).toEqual(
      cases.map(([, , rules]) => rules),
    );
  });
});

describe("import rules", () => {
  it("find whoever reaches around a border", () => {
    expect(
      brokenImports({
        "shared/a.ts": 'import "../server/platform/p";\n',
        "server/platform/p.ts": 'import "../features/one/index";\n',
        "server/features/one/index.ts": "export const one = 1;\n",
        "server/features/one/rules.ts": 'import { inner } from "./inner";\nexport const r = inner;\n',
        "server/features/one/inner.ts": "export const inner = 1;\n",
        "server/features/two/index.ts": 'import { inner } from "../one/inner";\nexport const two = inner;\n',
        "scripts/local-mongo/src/m.ts": 'import "../../../server/platform/p";\n',
        "miniapp/src/m.ts": 'import "../../server/platform/p";\n',
        "server/x.ts": 'import { y } from "./y";\nexport const x = y;\n',
        "server/y.ts": 'import { x } from "./x";\nexport const y = x;\n',
      }),
    ).toEqual([
      "features-through-their-index",
      "miniapp-imports-only-shared",
      "no-cycles",
      "platform-and-clients-know-no-feature",
      "rules-import-only-shared-and-rules",
      "shared-imports-nothing-of-ours",
      "stand-ins-know-nothing-of-the-server",
    ]);
  });

  it("let features meet through their index", () => {
    expect(
      brokenImports({
        "server/features/one/index.ts": "export const one = 1;\n",
        "server/features/two/index.ts": 'import { one } from "../one/index";\nexport const two = one;\n',
      }),
    ).toEqual([]);
  });
});
