import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { releasedPages } from "../../scripts/wechat-sandbox/src/releasedPages";
import { startSandbox } from "../../scripts/wechat-sandbox/src/index";
import { bundledSandbox, launchedSandbox } from "./launchedSandbox";

let file: string;
let remove: () => void;
let folder: string;

beforeAll(() => {
  ({ file, remove } = bundledSandbox());
  folder = mkdtempSync(join(tmpdir(), "sandbox-"));
});
afterAll(() => {
  remove();
  rmSync(folder, { recursive: true, force: true });
});

const run = (env: Record<string, string>, ...args: string[]) =>
  spawnSync(process.execPath, [file, "--port", "0", ...args], {
    env: { ...process.env, ...env },
    encoding: "utf8",
    timeout: 10_000,
  });

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const end = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.once("timeout", () => end(false));
  });
}

describe("the program", () => {
  it("refuses production with exit code 1", async () => {
    const { status, stderr, stdout } = run({ NODE_ENV: "production" });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("never runs in production");
  });

  it("refuses a port that is no number, and unknown options", () => {
    expect(run({}, "--port", "many").status).toBe(1);
    expect(run({}, "--public").status).not.toBe(0);
  });

  it("listens on loopback only", async () => {
    const sandbox = await startSandbox();
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === "IPv4");
    const hosts = ["127.0.0.1", "127.0.0.2", ...others.map(({ address }) => address)];
    const open = await Promise.all(hosts.map((host) => canConnect(host, sandbox.port)));
    await sandbox.stop();
    expect(hosts.filter((_, index) => open[index])).toEqual(["127.0.0.1"]);
  });

  it("refuses a port that is taken", async () => {
    const sandbox = await startSandbox();
    const outcome = await startSandbox({ port: sandbox.port }).then(
      () => "started",
      (error: Error) => error.message,
    );
    await sandbox.stop();
    expect(outcome).toContain("EADDRINUSE");
  });

  it("stops on SIGTERM, and keeps consents, tokens and push settings in its state file", async () => {
    const state = join(folder, "state.json");
    const options = ["--state", state];
    const read = async (address: string): Promise<unknown> => (await fetch(address)).json();
    const first = await launchedSandbox(file, options);
    const { appid, secret } = JSON.parse(JSON.stringify(await read(`${first.uri}/credentials`)));
    const [template] = JSON.parse(JSON.stringify(await read(`${first.uri}/templates`)));
    const token = (uri: string) =>
      read(
        `${uri}/cgi-bin/token?${new URLSearchParams({ grant_type: "client_credential", appid, secret }).toString()}`,
      );
    await fetch(`${first.uri}/personas/talent-b/consent`, {
      method: "POST",
      body: JSON.stringify({ templateIds: [template.id], choice: "accept" }),
    });
    await fetch(`${first.uri}/push`, {
      method: "PUT",
      body: JSON.stringify({ url: "http://127.0.0.1:9/push", token: "abc" }),
    });
    const issued = JSON.parse(JSON.stringify(await token(first.uri)));
    const settings = await read(`${first.uri}/personas/talent-b/settings`);
    expect(await first.terminate()).toBe(0);
    expect(existsSync(state)).toBe(true);
    expect(statSync(state).mode & 0o077).toBe(0);

    const second = await launchedSandbox(file, options);
    expect(await read(`${second.uri}/credentials`)).toMatchObject({ appid, secret });
    expect(await read(`${second.uri}/personas/talent-b/settings`)).toEqual(settings);
    const call = await fetch(`${second.uri}/wxa/getwxacodeunlimit?access_token=${issued.access_token}`, {
      method: "POST",
      body: JSON.stringify({ scene: "a" }),
    });
    expect(call.headers.get("content-type")).toMatch(/^image\/png/);
    expect(await second.terminate()).toBe(0);
  });

  it("gives each instance name credentials of its own", async () => {
    const [one, two, again] = await Promise.all(
      ["one", "two", "one"].map((instance) => startSandbox({ instance })),
    );
    expect(one?.credentials).toEqual(again?.credentials);
    expect(one?.credentials.appid).not.toBe(two?.credentials.appid);
    expect(one?.credentials.appid).toMatch(/^wx[0-9a-f]{16}$/);
    expect(one?.credentials.secret).toMatch(/^[0-9a-f]{32}$/);
    for (const sandbox of [one, two, again]) await sandbox?.stop();
  });

  it("knows the pages of a built mini-program", async () => {
    const app = {
      pages: ["pages/home/home"],
      subPackages: [{ root: "packages/requests/", pages: ["detail/detail"] }],
    };
    expect(releasedPages(JSON.stringify(app))).toEqual([
      "pages/home/home",
      "packages/requests/detail/detail",
    ]);
    const path = join(folder, "app.json");
    writeFileSync(path, JSON.stringify(app));
    const launched = await launchedSandbox(file, ["--pages", path, "--crowd", "3"]);
    const personas: { id: string }[] = JSON.parse(await (await fetch(`${launched.uri}/personas`)).text());
    expect(personas.filter(({ id }) => id.startsWith("crowd-"))).toHaveLength(3);
    await launched.terminate();
  });
});
