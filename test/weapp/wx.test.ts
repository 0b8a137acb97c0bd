import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { RunningSandbox } from "../../scripts/wechat-sandbox/src/index";
import { startSandbox } from "../../scripts/wechat-sandbox/src/index";
import type { MiniProgram, RealWx, WxOptions } from "./host";
import { createWx, launch } from "./host";
import { FIXTURE, SpoiledCopy } from "./spoiledCopy";

interface Received {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: Buffer;
}

const received: Received[] = [];
let respond: (request: Received, response: ServerResponse) => void;
let server: Server;
let baseUrl: string;
let sandbox: RunningSandbox;
let persona: string;
let running: MiniProgram | undefined;

beforeAll(async () => {
  sandbox = await startSandbox();
  const personas = (await (await fetch(`${sandbox.uri}/personas`)).json()) as { id: string }[];
  persona = personas[0]?.id ?? "";
  server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const whole = { method, url, headers, body: Buffer.concat(pieces) };
      received.push(whole);
      respond(whole, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  baseUrl = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});

afterAll(async () => {
  await sandbox.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

beforeEach(() => {
  received.length = 0;
  respond = (_, response) =>
    response
      .writeHead(404, { "X-Kept-Case": "yes", "Content-Type": "application/json" })
      .end('{"error":{"code":"notFound"}}');
});

afterEach(async () => {
  await running?.abandon();
  running = undefined;
});

async function open(
  start?: string,
  options: Partial<WxOptions> = {},
  dist = FIXTURE,
): Promise<{ mp: MiniProgram; wx: RealWx }> {
  const wx = createWx({ baseUrl, sandboxUrl: sandbox.uri, persona, ...options });
  running = await launch({ dist, wx, start });
  return { mp: running, wx };
}

type Answer = {
  errMsg: string;
  statusCode?: number;
  header?: Record<string, string>;
  data?: unknown;
  code?: string;
};

/** Calls a function of `wx` as a script would, outside any tap. */
async function ask(
  wx: RealWx,
  name: string,
  options: object,
  during?: (task: { abort(): void }) => void,
): Promise<unknown> {
  const api = wx.asyncApis[name] as (options: object, call: object) => Promise<unknown>;
  return api(options, {
    withinTap: false,
    returns: during ?? (() => undefined),
    waitsForPerson: () => undefined,
    callBack: () => undefined,
  });
}

describe("wx.request", () => {
  it("sends a real request and answers success for any status", async () => {
    const { mp } = await open();
    await mp.tapText("加载");
    expect(await mp.text(".loaded")).toBe('404 {"error":{"code":"notFound"}}');
    expect(received[0]).toMatchObject({
      method: "GET",
      url: "/api/items",
      headers: { authorization: "Bearer 1" },
    });
    expect(received[0]?.headers.referer).toContain("servicewechat.com");
    await mp.close();
  });

  it("puts the data of a GET into the query and of a POST into the body, and keeps the case of header names", async () => {
    const { wx } = await open();
    await ask(wx, "request", { url: `${baseUrl}/list?a=1`, data: { 名: "张 三" } });
    const answer = (await ask(wx, "request", {
      url: `${baseUrl}/new`,
      method: "POST",
      data: { a: 1 },
    })) as Answer;
    expect(received[0]?.url).toBe(`/list?a=1&${encodeURIComponent("名")}=${encodeURIComponent("张 三")}`);
    expect(received[1]?.body.toString()).toBe('{"a":1}');
    expect(received[1]?.headers["content-type"]).toBe("application/json");
    expect(answer.header).toMatchObject({ "X-Kept-Case": "yes" });
  });

  it("fails on timeout, abort, a lost network, PATCH and a domain outside the list, each in WeChat's words", async () => {
    respond = () => undefined;
    const { wx } = await open();
    const url = `${baseUrl}/slow`;
    await expect(ask(wx, "request", { url, timeout: 50 })).rejects.toThrow("timeout");
    await expect(ask(wx, "request", { url }, (task) => setTimeout(() => task.abort(), 50))).rejects.toThrow(
      "abort",
    );
    await expect(ask(wx, "request", { url: "https://example.org/" })).rejects.toThrow(
      "url not in domain list",
    );
    await expect(ask(wx, "request", { url, method: "PATCH" })).rejects.toThrow("method is invalid");
    wx.setNetwork("none");
    await expect(ask(wx, "request", { url })).rejects.toThrow("offline");
  });

  it("ends what is under way when the app is closed", async () => {
    respond = () => undefined;
    const { mp, wx } = await open();
    const pending = ask(wx, "request", { url: `${baseUrl}/slow` });
    await mp.close();
    await expect(pending).rejects.toThrow("abort");
  });
});

describe("files", () => {
  it("uploads the chosen file byte for byte with its fields and tells the progress", async () => {
    const photo = path.join(os.tmpdir(), "wx-upload-photo.jpg");
    const bytes = Buffer.alloc(300_000, "photo");
    fs.writeFileSync(photo, bytes);
    respond = (_, response) => response.writeHead(201).end("stored");
    const { mp, wx } = await open("packages/requests/form/index");
    wx.files.chooseNext(photo);
    await mp.tapText("上传材料");
    expect(await mp.text(".progress")).toBe("201 stored 100");
    const form = await new Response(new Uint8Array(received[0]?.body ?? []), {
      headers: { "content-type": received[0]?.headers["content-type"] ?? "" },
    }).formData();
    const file = form.get("file") as File;
    expect(form.get("kind")).toBe("passport");
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
    expect([file.type, path.extname(file.name)]).toEqual(["image/jpeg", ".jpg"]);
    await mp.close();
  });

  it("downloads into a temporary file that can be opened", async () => {
    respond = (_, response) => response.writeHead(200, { "Content-Type": "application/pdf" }).end("%PDF-1.7");
    const { wx } = await open();
    const { tempFilePath } = (await ask(wx, "downloadFile", { url: `${baseUrl}/file` })) as {
      tempFilePath: string;
    };
    await ask(wx, "openDocument", { filePath: tempFilePath }).catch(() => undefined);
    expect(tempFilePath).toMatch(/\.pdf$/);
    expect(Buffer.from(wx.files.read(tempFilePath) ?? []).toString()).toBe("%PDF-1.7");
  });
});

describe("the WeChat user", () => {
  it("logs in with a code of the sandbox", async () => {
    const { wx } = await open();
    const { code } = (await ask(wx, "login", {})) as Answer;
    const { appid, secret } = sandbox.credentials;
    const session = await fetch(
      `${sandbox.uri}/sns/jscode2session?appid=${appid}&secret=${secret}&js_code=${code}&grant_type=authorization_code`,
    );
    expect(await session.json()).toMatchObject({ openid: expect.stringMatching(/^o/) });
  });

  it("asks for subscription consent only in the turn of a tap", async () => {
    const { mp, wx } = await open();
    await mp.tapText("迟到的订阅");
    expect(await mp.text(".choice")).toBe(
      "requestSubscribeMessage:fail can only be invoked by user TAP gesture.",
    );
    expect(wx.account.consentQuestions).toEqual([]);
    await mp.close();
  });

  it("reports what the person chose for each template, to the mini-program and to WeChat", async () => {
    const listed = (await (await fetch(`${sandbox.uri}/templates`)).json()) as { id: string; kind: string }[];
    const [first = "", second = ""] = listed
      .filter(({ kind }) => kind === listed[0]?.kind)
      .map(({ id }) => id);
    const copy = new SpoiledCopy().edit("pages/home/index.js", (text) =>
      text.replace("tmpl-progress", first).replace("tmpl-result", second),
    );
    const { mp, wx } = await open(undefined, {}, copy.dist);
    wx.account.consent = (id) => (id === first ? "accept" : "reject");
    await mp.tapText("订阅");
    expect(await mp.text(".choice")).toBe("accept,reject");
    const settings = await fetch(`${sandbox.uri}/personas/${persona}/settings`);
    expect(JSON.stringify(await settings.json())).toContain(first);
    expect(wx.account.consentQuestions).toEqual([[first, second]]);
    await mp.close();
    copy.discard();
  });

  it("hands on WeChat's refusal of an unknown template", async () => {
    const { mp } = await open();
    await mp.tapText("订阅");
    expect(await mp.text(".choice")).toContain("requestSubscribeMessage:fail No template data return");
    await mp.close();
  });

  it("tells the mini-program when the network goes and comes", async () => {
    const { mp, wx } = await open();
    wx.setNetwork("none");
    await mp.tapText("加载");
    expect(await mp.text(".loaded")).toContain("offline");
    await mp.close();
  });
});
