import type { Persona } from "./sandbox";

interface Facts {
  url: string;
  sandboxUrl: string | undefined;
  database: string;
  dataDir: string;
  personas: readonly Persona[];
  seconds: number;
}

/** Columns that a terminal gives to a text: Chinese characters and full-width marks take two. */
function columns(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u2e80-\uffef]/.test(char) ? 2 : 1), 0);
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(1, width - columns(text)));
}

/** What the operator reads when everything runs: addresses, and who to be. */
export function greeting(facts: Facts): string {
  const lines = [
    "",
    "  人才一站办  Talent One-Stop",
    "",
    `  打开 Open      ${facts.url}`,
    ...(facts.sandboxUrl === undefined ? [] : [`  微信沙箱 WeChat ${facts.sandboxUrl}`]),
    `  数据 Data      ${facts.database}, ${facts.dataDir}`,
    "",
    ...(facts.personas.length === 0
      ? []
      : ["  扮演 Be one of   (登录页里选一位 choose on the sign-in page)"]),
    ...facts.personas.map(({ id, label }) => `    ${padded(label, 38)}${id}`),
    ...(facts.personas.length === 0 ? [] : [""]),
    `  用时 Ready after ${facts.seconds.toFixed(1)} s. 按 Ctrl-C 停止 Stop with Ctrl-C.`,
    "",
  ];
  return `${lines.join("\n")}\n`;
}
