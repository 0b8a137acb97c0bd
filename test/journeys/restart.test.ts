import { spawn, execFileSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { freePort } from "../../scripts/start/ports";
import { journey } from "../support/step";
import { caller } from "../support/testServer";

/** One `npm start` as an operator sees it. */
interface Run {
  process: ChildProcess;
  /** Everything it has printed. */
  printed: () => string;
  /** Milliseconds from its start to the greeting. */
  readyAfterMs: number;
}

const step = journey();
const dataDir = mkdtempSync(join(tmpdir(), "restart-"));
let ports: { PORT: string; SANDBOX_PORT: string };
let run: Run | undefined;
let requestId: string;

jest.setTimeout(120_000);

beforeAll(async () => {
  ports = { PORT: String(await freePort()), SANDBOX_PORT: String(await freePort()) };
});
afterAll(async () => {
  await stop("SIGINT");
  rmSync(dataDir, { recursive: true, force: true });
});

function begin(env: Record<string, string>): { process: ChildProcess; printed: () => string } {
  const program = join(resolve("."), "scripts", "start.ts");
  const child = spawn(process.execPath, ["--import", "tsx", program], {
    cwd: resolve("."),
    env: { ...process.env, MONGODB_URI: "", WECHAT_APPID: "", DATA_DIR: dataDir, ...ports, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece: Buffer) => (text += piece.toString()));
  return { process: child, printed: () => text };
}

async function start(): Promise<Run> {
  const begun = performance.now();
  const started = begin({});
  const ready = new Promise<void>((resolve, reject) => {
    started.process.stdout?.on("data", () => {
      if (started.printed().includes("Ready after")) resolve();
    });
    started.process.once("exit", (code) => reject(new Error(`ended with ${code}: ${started.printed()}`)));
  });
  await ready;
  return { ...started, readyAfterMs: performance.now() - begun };
}

async function stop(signal: NodeJS.Signals): Promise<number | null> {
  const child = run?.process;
  run = undefined;
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return null;
  const ended = once(child, "exit") as Promise<[number | null]>;
  child.kill(signal);
  return (await ended)[0];
}

/** Ids of the supervisor's parts, as it notes them for the next start. */
function partIds(): number[] {
  const file = JSON.parse(readFileSync(join(dataDir, "running.json"), "utf8")) as {
    parts: { pid: number }[];
  };
  return file.parts.map(({ pid }) => pid);
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !execFileSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).startsWith("Z");
  } catch {
    return false;
  }
}

const call: ReturnType<typeof caller> = (...args) => caller(`http://127.0.0.1:${ports.PORT}`)(...args);

async function signIn(persona: string): Promise<string> {
  const { body: coded } = await call("POST", `/api/try-out/personas/${persona}/login-code`, { body: {} });
  const { body } = await call("POST", "/api/sessions", { body: { code: (coded as { code: string }).code } });
  return (body as { token: string }).token;
}

/** The number of the draft, as its owner reads it. */
async function draftPoints(): Promise<unknown> {
  const { body } = await call("GET", `/api/requests/${requestId}`, { token: await signIn("talent-b") });
  return (body as { points: { text: string }[] }).points.map(({ text }) => text);
}

step("the first start builds, loads the demonstration data and says where to go and who to be", async () => {
  run = await start();
  expect(run.printed()).toContain(`http://localhost:${ports.PORT}`);
  expect(run.printed()).toContain("300 requests");
  expect(run.printed()).toContain("talent-b");
  const page = await fetch(`http://127.0.0.1:${ports.PORT}/`);
  expect(await page.text()).toContain('<div id="app">');
  const token = await signIn("talent-b");
  const items = (await call("GET", "/api/items?limit=50", { token })).body as {
    items: { id: string; code: string }[];
  };
  const itemId = items.items.find(({ code }) => code === "science")?.id;
  const draft = await call("POST", "/api/requests", { token, body: { itemId, points: ["停电前写下的"] } });
  requestId = (draft.body as { id: string }).id;
});

step("another start on the same port is refused in a sentence that says what to do", async () => {
  const second = begin({ DATA_DIR: join(dataDir, "second") });
  const [code] = (await once(second.process, "exit")) as [number];
  expect(code).toBe(1);
  expect(second.printed()).toContain(`Port ${ports.PORT} is in use by another program.`);
  expect(second.printed()).toContain("PORT=");
});

step("another start on the same data is refused as well", async () => {
  const second = begin({ PORT: String(await freePort()), SANDBOX_PORT: String(await freePort()) });
  const [code] = (await once(second.process, "exit")) as [number];
  expect([code, second.printed()]).toEqual([1, expect.stringContaining("already runs on")]);
});

step("Ctrl-C stops every part, and the next start finds everything again without loading anew", async () => {
  const parts = partIds();
  expect(await stop("SIGINT")).toBe(0);
  expect(parts.filter(alive)).toEqual([]);
  run = await start();
  process.stdout.write(`usable again after ${(run.readyAfterMs / 1000).toFixed(1)} s\n`);
  expect(run.printed()).not.toContain("300 requests");
  expect(await draftPoints()).toEqual(["停电前写下的"]);
});

step("a power cut loses nothing", async () => {
  const killed = [...partIds(), run?.process.pid ?? 0].filter((pid) => pid > 0);
  for (const pid of killed) process.kill(pid, "SIGKILL");
  run = await start();
  process.stdout.write(`usable after a power cut after ${(run.readyAfterMs / 1000).toFixed(1)} s\n`);
  expect(await draftPoints()).toEqual(["停电前写下的"]);
});

step("a killed supervisor leaves parts behind, which the next start ends first", async () => {
  const parts = partIds();
  await stop("SIGKILL");
  expect(parts.filter(alive)).toEqual(parts);
  run = await start();
  expect(parts.filter(alive)).toEqual([]);
  expect(await draftPoints()).toEqual(["停电前写下的"]);
});

step("the port of somebody else's program is left alone", async () => {
  await stop("SIGINT");
  const stranger = createServer().listen(Number(ports.PORT), "127.0.0.1");
  await once(stranger, "listening");
  const refused = begin({});
  const [code] = (await once(refused.process, "exit")) as [number];
  expect([code, refused.printed()]).toEqual([1, expect.stringContaining(`Port ${ports.PORT} is in use`)]);
  expect(stranger.listening).toBe(true);
  await new Promise((closed) => stranger.close(closed));
});
