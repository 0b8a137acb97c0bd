import { createDecipheriv, createHash } from "node:crypto";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { LaunchedSandbox } from "./launchedSandbox";
import { bundledSandbox, launchedSandbox } from "./launchedSandbox";

/**
 * A mini-program server written from WeChat's documentation alone: it knows one base address, an appid and a
 * secret. Only the person at the phone (`as`) uses the sandbox's own paths.
 */
const TOKEN = "weixin";
const AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
let sandbox: LaunchedSandbox;
let remove: () => void;
let account: { appid: string; secret: string };
let server: Server;
const events: Record<string, unknown>[] = [];

async function api(path: string, query: Record<string, string>, body?: object): Promise<string> {
  const url = `${sandbox.uri}${path}?${new URLSearchParams(query).toString()}`;
  const response = await fetch(url, body && { method: "POST", body: JSON.stringify(body) });
  expect(response.status).toBe(200);
  return response.text();
}

async function as(person: string, action: string, body?: object): Promise<Record<string, string>> {
  const response = await fetch(`${sandbox.uri}/personas/${person}/${action}`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  return JSON.parse(await response.text());
}

function decrypt(encrypted: string): Record<string, unknown> {
  const key = Buffer.from(`${AES_KEY}=`, "base64");
  const decipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16));
  decipher.setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(encrypted, "base64"), decipher.final()]);
  const plain = padded.subarray(16, padded.length - (padded[padded.length - 1] ?? 0));
  const length = plain.readUInt32BE(0);
  expect(plain.subarray(4 + length).toString()).toBe(account.appid);
  return JSON.parse(plain.subarray(4, 4 + length).toString());
}

function isSigned(query: URLSearchParams, name: string, ...more: string[]): boolean {
  const parts = [TOKEN, query.get("timestamp") ?? "", query.get("nonce") ?? "", ...more].sort();
  return createHash("sha1").update(parts.join("")).digest("hex") === query.get(name);
}

/** The product's message push address, in safe mode with JSON. */
async function listen(): Promise<number> {
  server = createServer((request, response) => {
    const query = new URL(request.url ?? "", "http://localhost").searchParams;
    if (request.method === "GET") {
      response.end(isSigned(query, "signature") ? query.get("echostr") : "");
      return;
    }
    let body = "";
    request.on("data", (part) => (body += String(part)));
    request.on("end", () => {
      const { Encrypt: encrypted } = JSON.parse(body);
      if (isSigned(query, "msg_signature", encrypted)) events.push(decrypt(encrypted));
      response.end("success");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function eventually(name: string): Promise<Record<string, unknown>> {
  for (let wait = 0; wait < 200; wait += 1) {
    const found = events.find((event) => event.Event === name);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`no ${name}`);
}

beforeAll(async () => {
  const bundle = bundledSandbox();
  remove = bundle.remove;
  sandbox = await launchedSandbox(bundle.file);
  account = JSON.parse(await (await fetch(`${sandbox.uri}/credentials`)).text());
  const port = await listen();
  const answer = await fetch(`${sandbox.uri}/push`, {
    method: "PUT",
    body: JSON.stringify({
      url: `http://127.0.0.1:${port}/`,
      token: TOKEN,
      aesKey: AES_KEY,
      mode: "safe",
      format: "json",
    }),
  });
  expect(await answer.json()).toEqual({ verified: true });
});
afterAll(async () => {
  await sandbox.terminate();
  server.closeAllConnections();
  server.close();
  remove();
});

describe("a client written from WeChat's documentation", () => {
  it("signs a user in, sends a subscription message and hears of it", async () => {
    const { appid, secret } = account;
    const { code = "" } = await as("talent-a", "login-code");
    const login = JSON.parse(
      await api("/sns/jscode2session", { appid, secret, js_code: code, grant_type: "authorization_code" }),
    );
    const grant = { grant_type: "client_credential", appid, secret };
    const { access_token } = JSON.parse(await api("/cgi-bin/stable_token", {}, grant));
    const [template] = JSON.parse(await (await fetch(`${sandbox.uri}/templates`)).text());
    const samples: Record<string, string> = {
      thing: "子女入学",
      character_string: "26-04752",
      date: "2026年11月24日",
      time: "2026年11月24日 09:30",
      phrase: "已受理",
    };
    const data = Object.fromEntries(
      template.keywords.map(({ key }: { key: string }) => [key, { value: samples[key.replace(/\d+$/, "")] }]),
    );
    const message = { touser: login.openid, template_id: template.id, page: "index", data };
    const send = () => api("/cgi-bin/message/subscribe/send", { access_token }, message);

    expect(JSON.parse(await send()).errcode).toBe(43101);
    await as("talent-a", "consent", { templateIds: [template.id], choice: "accept" });
    expect(await eventually("subscribe_msg_popup_event")).toMatchObject({
      FromUserName: login.openid,
      List: { TemplateId: template.id, SubscribeStatusString: "accept" },
    });
    const msgid = /"msgid":(\d+)/.exec(await send())?.[1];
    expect(await eventually("subscribe_msg_sent_event")).toMatchObject({
      FromUserName: login.openid,
      List: { MsgID: msgid, ErrorStatus: "success" },
    });
    expect(JSON.parse(await send()).errcode).toBe(43101);
  });

  it("reads a phone number and checks a text", async () => {
    const { appid, secret } = account;
    const token: string = JSON.parse(
      await api("/cgi-bin/token", { grant_type: "client_credential", appid, secret }),
    ).access_token;
    const { code } = await as("talent-a", "phone-code");
    const phone = JSON.parse(
      await api("/wxa/business/getuserphonenumber", { access_token: token }, { code }),
    );
    expect(phone.phone_info.purePhoneNumber).toMatch(/^1\d{10}$/);
    const { code: loginCode = "" } = await as("talent-a", "login-code");
    const login = JSON.parse(
      await api("/sns/jscode2session", {
        appid,
        secret,
        js_code: loginCode,
        grant_type: "authorization_code",
      }),
    );
    const text = { openid: login.openid, scene: 2, version: 2, content: "请尽快办理，谢谢" };
    expect(JSON.parse(await api("/wxa/msg_sec_check", { access_token: token }, text)).result.suggest).toBe(
      "pass",
    );
  });
});
