import type { StartedSandbox } from "./startedSandbox";
import { ACCEPTED_DATA, startedSandbox, TALENT_B, withRid } from "./startedSandbox";

const SEND = "/cgi-bin/message/subscribe/send";
let sandbox: StartedSandbox;
let token: string;
let templateId: string;

beforeEach(async () => {
  sandbox = await startedSandbox();
  token = await sandbox.token();
  templateId = await sandbox.templateId("办件受理通知");
  await sandbox.allow("talent-b", "办件受理通知");
});
afterEach(() => sandbox.stop());

const message = () => JSON.stringify({ touser: TALENT_B, template_id: templateId, data: ACCEPTED_DATA });
const post = (init: RequestInit = {}) =>
  fetch(`${sandbox.uri}${SEND}?access_token=${token}`, { method: "POST", body: message(), ...init });
const sendMessage = async (): Promise<unknown> => (await post()).json();
const fault = (body: object) => sandbox.send("POST", "/faults", body);
const noticeCount = async () => {
  const notices: unknown[] = JSON.parse(
    await (await fetch(`${sandbox.uri}/personas/talent-b/messages`)).text(),
  );
  return notices.length;
};

describe("a fault", () => {
  it.each([
    ["-1", "system error"],
    ["45009", "reach max api daily quota limit"],
    ["43108", "Cannot make concurrent calls to the same OpenID, please try again"],
    ["45168", "hit sensitive words"],
    ["42001", "access_token expired"],
  ])("%s is met as often as asked, has no effect, and then is over", async (code, text) => {
    await fault({ path: SEND, fault: code, times: 2 });
    for (let count = 0; count < 2; count += 1) {
      expect(await sendMessage()).toEqual({ errcode: Number(code), errmsg: withRid(text) });
    }
    expect(await noticeCount()).toBe(0);
    expect(await sendMessage()).toMatchObject({ errcode: 0 });
  });

  it("may be named by a number and is met once unless told", async () => {
    expect(await fault({ path: SEND, fault: 45009 })).toEqual([{ path: SEND, fault: "45009", times: 1 }]);
    expect(await sendMessage()).toMatchObject({ errcode: 45009 });
    expect(await sendMessage()).toMatchObject({ errcode: 0 });
  });

  it("concerns its own path only", async () => {
    await fault({ path: "/cgi-bin/stable_token", fault: "-1", times: 1 });
    expect(await sendMessage()).toMatchObject({ errcode: 0 });
    expect(await sandbox.token()).toBe("undefined");
  });

  it("queues behind an earlier one of the same path", async () => {
    await fault({ path: SEND, fault: "-1", times: 1 });
    await fault({ path: SEND, fault: "40001", times: 1 });
    expect(await sendMessage()).toMatchObject({ errcode: -1 });
    expect(await sendMessage()).toMatchObject({ errcode: 40001 });
  });

  it("ends with DELETE /faults", async () => {
    await fault({ path: SEND, fault: "-1", times: 100 });
    expect((await fetch(`${sandbox.uri}/faults`, { method: "DELETE" })).status).toBe(204);
    expect(await sendMessage()).toMatchObject({ errcode: 0 });
  });

  it("TIMEOUT never answers and has no effect", async () => {
    await fault({ path: SEND, fault: "TIMEOUT", times: 1 });
    await expect(post({ signal: AbortSignal.timeout(200) })).rejects.toThrow(/timeout/i);
    expect(await noticeCount()).toBe(0);
    expect(await sendMessage()).toMatchObject({ errcode: 0 });
  });

  it("ANSWER_LOST has its effect, but the connection breaks", async () => {
    await fault({ path: SEND, fault: "ANSWER_LOST", times: 1 });
    await expect(post()).rejects.toThrow("fetch failed");
    expect(await noticeCount()).toBe(1);
    expect(await sendMessage()).toMatchObject({ errcode: 43101 });
  });

  it.each([
    { path: SEND, fault: "EARTHQUAKE", times: 1 },
    { path: SEND, fault: "BAD_SIGNATURE", times: 1 },
    { path: "send", fault: "-1", times: 1 },
    { path: "push", fault: "-1", times: 1 },
    { path: SEND, fault: "-1", times: 0 },
    { path: SEND },
  ])("is refused when it does not exist: %j", async (body) => {
    const response = await fetch(`${sandbox.uri}/faults`, { method: "POST", body: JSON.stringify(body) });
    expect(response.status).toBe(400);
    expect(await sandbox.get("/faults")).toEqual([]);
  });
});

describe("the clock", () => {
  it("moves business time, runs on, and returns", async () => {
    const present = async () => Date.parse(String((await sandbox.get("/clock")).now));
    await sandbox.send("PUT", "/clock", { now: "2029-03-01T00:00:00Z" });
    const moved = await present();
    expect(moved - Date.parse("2029-03-01T00:00:00Z")).toBeLessThan(5000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await present()).toBeGreaterThan(moved);
    await sandbox.send("DELETE", "/clock");
    expect(Math.abs((await present()) - Date.now())).toBeLessThan(5000);
    expect(await sandbox.send("PUT", "/clock", { now: "soon" })).toEqual({
      error: "now: an ISO 8601 instant is needed",
    });
  });
});

describe("control paths", () => {
  it("may be used by web pages of this machine only", async () => {
    const allowed = async (origin: string) =>
      (await fetch(`${sandbox.uri}/personas`, { headers: { origin } })).headers.get(
        "access-control-allow-origin",
      );
    expect(await allowed("http://127.0.0.1:3000")).toBe("http://127.0.0.1:3000");
    expect(await allowed("http://localhost:10086")).toBe("http://localhost:10086");
    expect(await allowed("https://example.com")).toBeNull();
    expect(await allowed("http://localhost.example.com")).toBeNull();
  });

  it("refuse a body that is no JSON object", async () => {
    const response = await fetch(`${sandbox.uri}/faults`, { method: "POST", body: "{" });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: "the body is not JSON" });
  });
});
