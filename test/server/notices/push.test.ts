import { readPush } from "../../../server/features/notices/push/message";
import { decryptPush, pushSignature, signatureFits } from "../../../server/features/notices/push/signature";

const TOKEN = "AAAAA";
const AES_KEY = "A".repeat(43);
const APPID = "wxba5fad812f8e6fb9";
const ENCRYPTED =
  "+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=";

test("reproduces WeChat's published signatures", () => {
  expect(pushSignature(TOKEN, "1714036504", "1514711492")).toBe("f464b24fc39322e44b38aa78f5edd27bd1441696");
  expect(pushSignature(TOKEN, "1714037059", "486452656")).toBe("899cf89e464efb63f54ddac96b0a0a235f53aa78");
  expect(pushSignature(TOKEN, "1714112445", "415670741", ENCRYPTED)).toBe(
    "046e02f8204d34f8ba5fa3b1db94908f3df2e9b3",
  );
});

test("opens WeChat's published encrypted message", () => {
  expect(JSON.parse(decryptPush(ENCRYPTED, AES_KEY, APPID))).toMatchObject({ Event: "debug_demo" });
});

test("refuses a message for another mini-program, with another key, or changed on the way", () => {
  expect(() => decryptPush(ENCRYPTED, AES_KEY, "wx0000000000000000")).toThrow();
  expect(() => decryptPush(ENCRYPTED, "B".repeat(43), APPID)).toThrow();
  const bytes = Buffer.from(ENCRYPTED, "base64");
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  expect(() => decryptPush(bytes.toString("base64"), AES_KEY, APPID)).toThrow();
  expect(() => decryptPush("AAAA", AES_KEY, APPID)).toThrow();
});

test("a signature fits only whole and unchanged", () => {
  const good = pushSignature(TOKEN, "1", "2");
  expect(signatureFits(good, TOKEN, "1", "2")).toBe(true);
  for (const bad of [null, "", good.slice(1), good.toUpperCase(), pushSignature(TOKEN, "1", "3")])
    expect(signatureFits(bad, TOKEN, "1", "2")).toBe(false);
});

const entry = { TemplateId: "t1", SubscribeStatusString: "accept", PopupScene: "0" };

test("reads one entry as an object and several as an array in JSON", () => {
  const body = (List: unknown) =>
    JSON.stringify({ FromUserName: "o1", CreateTime: 1610969440, Event: "subscribe_msg_popup_event", List });
  expect(readPush(body(entry))).toMatchObject({
    openid: "o1",
    createTime: "1610969440",
    event: "subscribe_msg_popup_event",
    entries: [{ TemplateId: "t1", SubscribeStatusString: "accept" }],
  });
  expect(
    readPush(body([entry, { ...entry, TemplateId: "t2" }])).entries.map(({ TemplateId }) => TemplateId),
  ).toEqual(["t1", "t2"]);
});

test("reads the same events as XML, message ids digit for digit", () => {
  const list = (id: string, msgid: string) =>
    `<List><TemplateId><![CDATA[${id}]]></TemplateId><MsgID>${msgid}</MsgID><ErrorCode>0</ErrorCode></List>`;
  const xml = `<xml><FromUserName><![CDATA[o1]]></FromUserName><CreateTime>1620963428</CreateTime><Event><![CDATA[subscribe_msg_sent_event]]></Event><SubscribeMsgSentEvent>${list("t1", "1864323726461255680")}${list("t2", "2097683633284153344")}</SubscribeMsgSentEvent></xml>`;
  expect(readPush(xml)).toMatchObject({
    openid: "o1",
    createTime: "1620963428",
    entries: [{ MsgID: "1864323726461255680" }, { MsgID: "2097683633284153344", ErrorCode: "0" }],
  });
});

test("does not expand entities that a document defines", () => {
  const xml = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><xml><FromUserName>&a;&a;</FromUserName></xml>`;
  expect(readPush(xml).openid).not.toContain("aaaa");
});

test.each(["", "nonsense", "[]", "<a/>", "<xml", '{"List": 5}'])("refuses the body %j", (body) => {
  expect(() => readPush(body)).toThrow();
});
