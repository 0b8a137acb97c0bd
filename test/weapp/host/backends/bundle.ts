import path from "node:path";
import { build } from "esbuild";

let bundled: Promise<string> | undefined;

/** The view layer with WeChat's component framework as one browser script that sets `window.miniProgramView`. */
export function viewScript(): Promise<string> {
  bundled ??= build({
    entryPoints: [path.join(__dirname, "..", "view", "entry.ts")],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"test"' },
    legalComments: "none",
    logLevel: "silent",
  }).then(({ outputFiles }) => {
    const [script] = outputFiles;
    if (!script) throw new Error("the view layer was not bundled");
    return script.text;
  });
  return bundled;
}
