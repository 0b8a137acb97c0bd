import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { startSandbox } from "./index";
import { releasedPages } from "./releasedPages";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "3999" },
    state: { type: "string" },
    product: { type: "string" },
    instance: { type: "string" },
    crowd: { type: "string", default: "0" },
    pages: { type: "string" },
  },
});

function wholeNumber(text: string, option: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new Error(`--${option}: a whole number is needed`);
  return number;
}

async function run(): Promise<void> {
  const { port, crowd, pages, ...rest } = values;
  const sandbox = await startSandbox({
    ...rest,
    port: wholeNumber(port, "port"),
    crowd: wholeNumber(crowd, "crowd"),
    pages: pages === undefined ? undefined : releasedPages(readFileSync(pages, "utf8")),
  });
  const stop = () => {
    void sandbox.stop().then(() => process.exit(0));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  process.stdout.write(`${JSON.stringify({ uri: sandbox.uri, appid: sandbox.credentials.appid })}\n`);
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
