import { createHash } from "node:crypto";
import { XMLParser } from "fast-xml-parser";
import { decryptMessage } from "../../scripts/wechat-sandbox/src/push/pushCrypto";
import type { PushReceiver, ReceivedPush } from "./pushReceiver";
import { pushReceiver } from "./pushReceiver";
import type { Json, ListedTemplate, StartedSandbox } from "./startedSandbox";
import { ACCEPTED_DATA, startedSandbox, TALENT_B } from "./startedSandbox";

const TOKEN = "sandboxtoken";
const AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
let sandbox: StartedSandbox;
let receiver: PushReceiver;
let ids: string[];

beforeEach(async () => {
  sandbox = await startedSandbox();
  receiver = await pushReceiver();
  const listed: ListedTemplate[] = JSON.parse(await (await fetch(`${sandbox.uri}/templates`)).text());
  ids = listed.filter(({ kind }) => kind === "one-time").map(({ id }) => id);
});
afterEach(async () => {
  await sandbox.stop();
  await receiver.stop();
});

const configure = (fields: object = {}) =>
  sandbox.send("PUT", "/push", {
    url: receiver.url,
    token: TOKEN,
    aesKey: AES_KEY,
    mode: "plain",
    ...fields,
  });
const accept = (templateIds: string[]) =>
  sandbox.send("POST", "/personas/talent-b/consent", { templateIds, choice: "accept" });
const sha1 = (...parts: string[]) => createHash("sha1").update(parts.toSorted().join("")).digest("hex");
const signed = ({ query }: ReceivedPush, ...more: string[]) =>
  sha1(TOKEN, query.get("timestamp") ?? "", query.get("nonce") ?? "", ...more);

async function first(): Promise<ReceivedPush> {
  const [push] = await receiver.waitFor(1);
  if (!push) throw new Error("no push");
  return push;
}

describe("the address check", () => {
  it("asks with a signature and an echostr", async () => {
    const asked: ReceivedPush[] = [];
    const other = await pushReceiver((push) => {
      asked.push(push);
      return { status: 200, text: push.query.get("echostr") ?? "" };
    });
    expect(await configure({ url: `${other.url}?tenant=1` })).toEqual({ verified: true });
    const [check] = asked;
    expect(check?.method).toBe("GET");
    expect(check?.query.get("tenant")).toBe("1");
    expect(check && signed(check)).toBe(check?.query.get("signature"));
    await other.stop();
  });

  it("tells when the address does not answer the echostr", async () => {
    const other = await pushReceiver(() => ({ status: 200, text: "success" }));
    expect(await configure({ url: other.url })).toEqual({
      verified: false,
      reason: "answered 200 without the echostr",
    });
    await other.stop();
  });

  it.each([
    [{ url: "ftp://x" }, /^url/],
    [{ token: "" }, /^token/],
    [{ mode: "secret" }, /^mode/],
    [{ format: "yaml" }, /^format/],
    [{ mode: "safe", aesKey: "short" }, /^aesKey/],
  ])("refuses the settings %j", async (fields, text) => {
    expect(await configure(fields)).toEqual({ error: expect.stringMatching(text) });
  });
});

describe("events in JSON", () => {
  it("have an object as List for one template and an array for several", async () => {
    await configure();
    const [one = "", two = ""] = ids;
    await accept([one]);
    const push = await first();
    expect(push.query.get("signature")).toBe(signed(push));
    expect(push.query.get("openid")).toBe(TALENT_B);
    expect(push.contentType).toBe("application/json");
    const entry = { TemplateId: one, SubscribeStatusString: "accept", PopupScene: "0" };
    expect(JSON.parse(push.body)).toEqual({
      ToUserName: expect.stringMatching(/^gh_[0-9a-f]{12}$/),
      FromUserName: TALENT_B,
      CreateTime: expect.any(Number),
      MsgType: "event",
      Event: "subscribe_msg_popup_event",
      List: entry,
    });
    await accept([one, two]);
    const [, several] = await receiver.waitFor(2);
    expect(JSON.parse(several?.body ?? "").List).toEqual([entry, { ...entry, TemplateId: two }]);
  });

  it("tell of a refusal on the settings page, and of nothing else there", async () => {
    await configure();
    const settings = (body: object) => sandbox.send("POST", "/personas/talent-b/settings", body);
    await settings({ mainSwitch: true });
    await settings({ templateIds: [ids[0]], choice: "accept" });
    await settings({ templateIds: [ids[0]], choice: "reject" });
    expect(JSON.parse((await first()).body)).toMatchObject({
      Event: "subscribe_msg_change_event",
      List: { TemplateId: ids[0], SubscribeStatusString: "reject" },
    });
    expect(receiver.received).toHaveLength(1);
  });

  it("tell of a message sent, with its id as text", async () => {
    await sandbox.allow("talent-b", "办件受理通知");
    await configure();
    const template = await sandbox.templateId("办件受理通知");
    await sandbox.call("/cgi-bin/message/subscribe/send", {
      touser: TALENT_B,
      template_id: template,
      data: ACCEPTED_DATA,
    });
    const [notice]: Json[] = JSON.parse(
      await (await fetch(`${sandbox.uri}/personas/talent-b/messages`)).text(),
    );
    expect(JSON.parse((await first()).body)).toMatchObject({
      Event: "subscribe_msg_sent_event",
      List: { TemplateId: template, MsgID: notice?.msgid, ErrorCode: "0", ErrorStatus: "success" },
    });
  });

  it("carry business time inside and real time in the signature", async () => {
    await configure();
    await sandbox.send("PUT", "/clock", { now: "2030-01-01T00:00:00Z" });
    await accept(ids.slice(0, 1));
    const push = await first();
    const created: number = JSON.parse(push.body).CreateTime;
    expect(new Date(created * 1000).getUTCFullYear()).toBe(2030);
    expect(Math.abs(Number(push.query.get("timestamp")) * 1000 - Date.now())).toBeLessThan(10_000);
  });
});

describe("events in XML", () => {
  it("have one List element per template", async () => {
    await configure({ format: "xml" });
    await accept(ids.slice(0, 2));
    const push = await first();
    expect(push.contentType).toBe("text/xml");
    expect(push.body).toMatch(/^<xml><ToUserName><!\[CDATA\[gh_/);
    const { xml } = new XMLParser({ parseTagValue: false }).parse(push.body);
    expect(xml.Event).toBe("subscribe_msg_popup_event");
    expect(xml.SubscribeMsgPopupEvent.List).toEqual(
      ids.slice(0, 2).map((id) => ({ TemplateId: id, SubscribeStatusString: "accept", PopupScene: "0" })),
    );
  });
});

describe("safe mode", () => {
  it.each(["json", "xml"])("encrypts %s and signs the encrypted text", async (format) => {
    await configure({ mode: "safe", format });
    await accept(ids.slice(0, 1));
    const push = await first();
    const outer =
      format === "json"
        ? JSON.parse(push.body)
        : new XMLParser({ parseTagValue: false }).parse(push.body).xml;
    expect(Object.keys(outer)).toEqual(["ToUserName", "Encrypt"]);
    expect(push.query.get("encrypt_type")).toBe("aes");
    expect(push.query.get("msg_signature")).toBe(signed(push, outer.Encrypt));
    const { message } = decryptMessage(outer.Encrypt, sandbox.appid, AES_KEY);
    expect(message).toContain("subscribe_msg_popup_event");
    expect(message.startsWith(format === "json" ? "{" : "<xml>")).toBe(true);
  });

  it.each(["json", "xml"])("in compatible form leaves the plain %s fields beside it", async (format) => {
    await configure({ mode: "compatible", format });
    await accept(ids.slice(0, 1));
    const { body } = await first();
    const outer =
      format === "json" ? JSON.parse(body) : new XMLParser({ parseTagValue: false }).parse(body).xml;
    expect(outer.Event).toBe("subscribe_msg_popup_event");
    expect(decryptMessage(outer.Encrypt, sandbox.appid, AES_KEY).message).toContain(outer.FromUserName);
  });
});

describe("delivery", () => {
  it("tries again when the product fails", async () => {
    const flaky = await pushReceiver(({ query }, index) => ({
      status: index === 0 ? 500 : 200,
      text: query.get("echostr") ?? "success",
    }));
    await configure({ url: flaky.url });
    await accept(ids.slice(0, 1));
    const [one, two] = await flaky.waitFor(2);
    expect(two?.body).toBe(one?.body);
    await flaky.stop();
  });

  it.each([
    ["DUPLICATE", 3],
    ["LOST", 1],
    ["BAD_SIGNATURE", 2],
  ])("meets the fault %s once", async (fault, count) => {
    await configure();
    await sandbox.send("POST", "/faults", { path: "push:subscribe_msg_popup_event", fault, times: 1 });
    await accept(ids.slice(0, 1));
    await accept(ids.slice(1, 2));
    const pushes = await receiver.waitFor(count);
    const genuine = pushes.filter((push) => push.query.get("signature") === signed(push));
    expect(genuine).toHaveLength(fault === "BAD_SIGNATURE" ? 1 : count);
  });
});
