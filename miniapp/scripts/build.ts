import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { measurePackages, sizeReport, sizeViolations } from "./buildSizes";

/** File that only a finished build leaves: Taro exits 0 without it when its configuration is wrong. */
const PROOF_OF_BUILD = { weapp: "app.json", h5: "index.html" } as const;

type Target = keyof typeof PROOF_OF_BUILD;

const miniappRoot = path.resolve(path.dirname(process.argv[1] ?? "."), "..");

/** Builds land in `miniapp/dist`, or in the folder that `MINIAPP_DIST` names. */
const outputFolder = path.resolve(process.env["MINIAPP_DIST"] ?? path.join(miniappRoot, "dist"));

/** Builds one target into its folder of `outputFolder`; throws when the build or a size limit fails. */
function build(target: Target): void {
  const out = path.join(outputFolder, target);
  rmSync(out, { recursive: true, force: true });
  const run = spawnSync("npx", ["--no-install", "taro", "build", "--type", target, "--no-check"], {
    cwd: miniappRoot,
    env: { ...process.env, TARO_ENV: target, NODE_ENV: "production", CI: "true" },
    stdio: "inherit",
  });
  if (run.status !== 0) throw new Error(`taro build --type ${target} ended with ${run.status}`);
  if (!existsSync(path.join(out, PROOF_OF_BUILD[target]))) {
    throw new Error(
      `taro build --type ${target} left no ${PROOF_OF_BUILD[target]}: its configuration is wrong`,
    );
  }
  if (target !== "weapp") return;
  checkLabels(out);
  checkSizes(out);
}

/** Taro binds no `aria-*` attribute unless a plug-in tells it to; without them screen readers hear nothing. */
function checkLabels(out: string): void {
  if (!readFileSync(path.join(out, "base.wxml"), "utf8").includes("aria-label=")) {
    throw new Error("the templates bind no aria-label: is @tarojs/plugin-inject configured?");
  }
}

function checkSizes(out: string): void {
  const sizes = measurePackages(out);
  process.stdout.write(`${sizeReport(sizes)}\n`);
  const violations = sizeViolations(sizes);
  if (violations.length > 0) throw new Error(violations.join("\n"));
}

const target = process.argv[2];
if (target !== "weapp" && target !== "h5") throw new Error("usage: build.ts weapp|h5");
build(target);
