import { mkdtempSync } from "node:fs";
import { Types } from "mongoose";
import { createServer } from "../../server/app";
import { createFixedClock, type Clock, type MovableClock } from "../../server/platform/clock";
import { readConfig } from "../../server/platform/config";
import { AccountModel, type AccountGrant } from "../../server/features/accounts/index";
import { startSandbox, type RunningSandbox } from "../../scripts/wechat-sandbox/src/index";
import { startTestMongo, type TestMongo } from "./localMongo";

export interface TestServerOptions {
  /** Business time: a fixed clock at this instant unless a clock is given. */
  now?: string;
  clock?: MovableClock;
  realTime?: Clock;
  roles?: string;
  /** Further settings as the environment names them. */
  env?: Record<string, string>;
  /** Join these instead of starting new ones. */
  mongo?: TestMongo;
  sandbox?: RunningSandbox;
  dbName?: string;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

export interface CallOptions {
  token?: string | undefined;
  body?: unknown;
  form?: FormData;
  key?: string;
  headers?: Record<string, string>;
}

export interface TestServer {
  baseUrl: string;
  sandboxUrl: string;
  clock: MovableClock;
  mongo: TestMongo;
  sandbox: RunningSandbox;
  /** Sends one call; the body is parsed when it is JSON. */
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** Signs in as a persona of the sandbox through WeChat's login. */
  signInAs(personaId: string): Promise<{ token: string; refreshToken: string; accountId: string }>;
  /** Gives the persona's account these roles and signs it in. */
  signInWith(
    personaId: string,
    account: { name?: string; office?: string; grants?: AccountGrant[]; talentId?: string },
  ): Promise<{ token: string; refreshToken: string; accountId: string }>;
  stop(): Promise<void>;
}

/** 2026-10-09, a Friday and a working day, 09:00 in Chongqing. */
export const TEST_NOW = "2026-10-09T01:00:00.000Z";

async function readBody(response: Response): Promise<unknown> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const json = (response.headers.get("content-type") ?? "").includes("json");
  return json ? (JSON.parse(bytes.toString("utf8")) as unknown) : bytes;
}

/** Sends calls to a server; the bodies of its answers are parsed when they are JSON. */
export function caller(baseUrl: string): TestServer["call"] {
  return async (method, path, { token, body, form, key, headers = {} } = {}) => {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(key === undefined ? {} : { "idempotency-key": key }),
        ...headers,
      },
      ...(form === undefined ? {} : { body: form }),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: await readBody(response) };
  };
}

async function personaOpenid(sandboxUrl: string, personaId: string): Promise<string> {
  const personas = (await (await fetch(`${sandboxUrl}/personas`)).json()) as { id: string; openid: string }[];
  const persona = personas.find(({ id }) => id === personaId);
  if (persona === undefined) throw new Error(`no persona ${personaId}`);
  return persona.openid;
}

async function signIn(call: TestServer["call"], sandboxUrl: string, personaId: string) {
  const answer = await fetch(`${sandboxUrl}/personas/${personaId}/login-code`, { method: "POST" });
  const { code } = (await answer.json()) as { code: string };
  const { status, body } = await call("POST", "/api/sessions", { body: { code } });
  if (status !== 201) throw new Error(`sign-in as ${personaId}: ${status} ${JSON.stringify(body)}`);
  const session = body as { token: string; refreshToken: string; me: { id: string } };
  return { token: session.token, refreshToken: session.refreshToken, accountId: session.me.id };
}

/**
 * A whole server on free ports with a database and a WeChat sandbox of its own. Answers are checked against the
 * contract.
 */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const mongo = options.mongo ?? (await startTestMongo());
  const sandbox =
    options.sandbox ?? (await startSandbox({ state: `${mkdtempSync("/tmp/sandbox-")}/state.json` }));
  const clock = options.clock ?? createFixedClock(options.now ?? TEST_NOW);
  const config = readConfig({
    PORT: "0",
    HOST: "127.0.0.1",
    MONGODB_URI: mongo.uri(options.dbName ?? `test-${new Types.ObjectId().toHexString()}`),
    TRYOUT: "1",
    SANDBOX_URL: sandbox.uri,
    ROLES: options.roles ?? "web,worker",
    LOG_LEVEL: process.env["LOG_LEVEL"] ?? "error",
    CALLS_PER_MINUTE: "1000000",
    CHECK_ANSWERS: "1",
    ...options.env,
  });
  const { realTime } = options;
  // Agenda keeps a timer of half the lock beyond its stop: a long lock would hold the test process.
  const server = createServer({
    config,
    clock,
    jobLockMs: 4_000,
    ...(realTime === undefined ? {} : { realTime }),
  });
  const { port } = await server.start();
  const call = caller(`http://127.0.0.1:${port}`);
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    sandboxUrl: sandbox.uri,
    clock,
    mongo,
    sandbox,
    call,
    signInAs: (personaId) => signIn(call, sandbox.uri, personaId),
    async signInWith(personaId, { name = "", office = "", grants = [], talentId }) {
      const openid = await personaOpenid(sandbox.uri, personaId);
      await AccountModel.updateOne(
        { openid },
        {
          $set: { name, office, grants, ...(talentId === undefined ? {} : { talentId }) },
          $setOnInsert: { createdAt: clock.now() },
        },
        { upsert: true, setDefaultsOnInsert: true },
      );
      return signIn(call, sandbox.uri, personaId);
    },
    async stop() {
      await server.stop();
      if (options.sandbox === undefined) await sandbox.stop();
      if (options.mongo === undefined) await mongo.stop();
    },
  };
}
