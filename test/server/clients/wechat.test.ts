import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import mongoose from "mongoose";
import { startSandbox, type RunningSandbox } from "../../../scripts/wechat-sandbox/src/index";
import { createWechatClient } from "../../../server/clients/wechat/createClient";
import { databaseTokenStore } from "../../../server/clients/wechat/tokenStore";
import { createFixedClock, systemClock } from "../../../server/platform/clock";
import { closeDatabase, openDatabase } from "../../../server/platform/database/connection";
import { startTestMongo, type TestMongo } from "../../support/localMongo";

let mongo: TestMongo;
let sandbox: RunningSandbox;
beforeAll(async () => {
  mongo = await startTestMongo();
  await openDatabase(mongo.uri("wechat"));
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.stop();
  await closeDatabase();
  await mongo.stop();
});
beforeEach(() => mongoose.connection.collection("wechatTokens").deleteMany({}));

const clientFor = (apiBaseUrl = sandbox.uri, clock = systemClock, timeoutMs = 1_000) =>
  createWechatClient({
    ...sandbox.credentials,
    apiBaseUrl,
    pageState: "formal",
    store: databaseTokenStore,
    clock,
    timeoutMs,
  });
const codeOf = async (kind: "login-code" | "phone-code") => {
  const answer = await fetch(`${sandbox.uri}/personas/talent-a/${kind}`, { method: "POST" });
  return ((await answer.json()) as { code: string }).code;
};

/** A server that answers each path with the next of these texts, and counts the calls. */
async function answering(texts: Readonly<Record<string, readonly string[]>>) {
  const calls: string[] = [];
  const handle = (req: IncomingMessage, res: ServerResponse) => {
    const path = (req.url ?? "").split("?")[0] ?? "";
    const earlier = calls.filter((call) => call === path).length;
    calls.push(path);
    const list = texts[path] ?? [];
    const text = list[Math.min(earlier, list.length - 1)];
    req.resume();
    if (text !== undefined) res.end(text);
  };
  const server: Server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
const SEND = "/cgi-bin/message/subscribe/send";
const TOKEN = "/cgi-bin/stable_token";
const token = (text: string, seconds = 7200) => JSON.stringify({ access_token: text, expires_in: seconds });
const message = { openid: "o", templateId: "t", data: { thing1: { value: "x" } } };

test("signs in, reads the phone number and checks text", async () => {
  const client = clientFor();
  const { openid } = await client.signIn(await codeOf("login-code"));
  expect(openid).toMatch(/^oTALENTA/);
  expect(await client.phoneNumber(await codeOf("phone-code"), openid)).toEqual({
    phone: "13800002302",
    countryCode: "86",
  });
  expect(await client.checkText({ openid, text: "你好", scene: 2 })).toBe("pass");
  const code = await client.miniProgramCode({ scene: "a=1", page: "pages/home/index" });
  expect(code.subarray(1, 4).toString()).toBe("PNG");
  await expect(
    client.miniProgramCode({ scene: "x".repeat(40), page: "pages/home/index" }),
  ).rejects.toMatchObject({ name: "WechatError" });
  await client.close();
});

test("tells a wrong code from a busy WeChat", async () => {
  const client = clientFor();
  await expect(client.signIn("nonsense")).rejects.toMatchObject({ errcode: 40029, failure: "codeInvalid" });
  const code = await codeOf("login-code");
  await client.signIn(code);
  await expect(client.signIn(code)).rejects.toMatchObject({ errcode: 40163, failure: "codeInvalid" });
  await client.close();
});

test("many callers in two processes fetch the token once", async () => {
  const wechat = await answering({ [TOKEN]: [token("t1")], [SEND]: ['{"errcode":0,"errmsg":"ok"}'] });
  const clients = [clientFor(wechat.url), clientFor(wechat.url)] as const;
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => clients[index % 2 === 0 ? 0 : 1].sendSubscribeMessage(message)),
  );
  expect(wechat.calls.filter((path) => path === TOKEN)).toHaveLength(1);
  expect(wechat.calls.filter((path) => path === SEND)).toHaveLength(20);
  await Promise.all(clients.map((client) => client.close()));
  wechat.stop();
});

test("keeps a message id that a JavaScript number would round", async () => {
  const wechat = await answering({
    [TOKEN]: [token("t1")],
    [SEND]: ['{"errcode":0,"errmsg":"ok","msgid":2097683633284153345}'],
  });
  const client = clientFor(wechat.url);
  expect(await client.sendSubscribeMessage(message)).toEqual({ msgid: "2097683633284153345" });
  await client.close();
  wechat.stop();
});

test.each([40001, 40014, 42001])(
  "after %s the token is fetched anew and the call repeated once",
  async (errcode) => {
    const refusal = JSON.stringify({ errcode, errmsg: "no" });
    const wechat = await answering({
      [TOKEN]: [token("old"), token("new")],
      [SEND]: [refusal, '{"errcode":0,"errmsg":"ok"}'],
    });
    const client = clientFor(wechat.url);
    await client.sendSubscribeMessage(message);
    expect(wechat.calls).toEqual([TOKEN, SEND, TOKEN, SEND]);
    await client.close();
    wechat.stop();

    const stubborn = await answering({ [TOKEN]: [token("t")], [SEND]: [refusal] });
    await mongoose.connection.collection("wechatTokens").deleteMany({});
    const other = clientFor(stubborn.url);
    await expect(other.sendSubscribeMessage(message)).rejects.toMatchObject({
      errcode,
      failure: "temporary",
    });
    expect(stubborn.calls.filter((path) => path === SEND)).toHaveLength(2);
    await other.close();
    stubborn.stop();
  },
);

test("renews the token five minutes before its end", async () => {
  const clock = createFixedClock("2026-10-09T01:00:00Z");
  const wechat = await answering({
    [TOKEN]: [token("a", 7200), token("b", 7200)],
    [SEND]: ['{"errcode":0,"errmsg":"ok"}'],
  });
  const client = clientFor(wechat.url, clock);
  await client.sendSubscribeMessage(message);
  clock.moveTo(new Date("2026-10-09T02:54:59Z"));
  await client.sendSubscribeMessage(message);
  clock.moveTo(new Date("2026-10-09T02:55:01Z"));
  await client.sendSubscribeMessage(message);
  expect(wechat.calls).toEqual([TOKEN, SEND, SEND, TOKEN, SEND]);
  await client.close();
  wechat.stop();
});

test.each([
  ["no answer", undefined],
  ["an answer that is no JSON", "<html>"],
])("%s is a temporary failure", async (_what, text) => {
  const wechat = await answering({ [TOKEN]: [token("t1")], [SEND]: text === undefined ? [] : [text] });
  const client = clientFor(wechat.url, systemClock, 200);
  await expect(client.sendSubscribeMessage(message)).rejects.toMatchObject({
    failure: "temporary",
    errcode: undefined,
  });
  await client.close();
  wechat.stop();
});

test("a wrong secret is a permanent failure that locks nobody out", async () => {
  const client = createWechatClient({
    appid: sandbox.credentials.appid,
    secret: "wrong",
    apiBaseUrl: sandbox.uri,
    pageState: "formal",
    store: databaseTokenStore,
    clock: systemClock,
  });
  await expect(client.sendSubscribeMessage(message)).rejects.toMatchObject({
    errcode: 40125,
    failure: "permanent",
  });
  await client.close();
  const good = clientFor();
  await expect(good.sendSubscribeMessage(message)).rejects.toMatchObject({ errcode: 40003 });
  await good.close();
});
