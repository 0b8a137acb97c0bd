import type { StartedSandbox } from "./startedSandbox";
import { startedSandbox, TALENT_B, withRid } from "./startedSandbox";

let sandbox: StartedSandbox;
beforeEach(async () => {
  sandbox = await startedSandbox();
});
afterEach(() => sandbox.stop());

const addressOf = (query: Record<string, string>) => {
  const all = { appid: sandbox.appid, secret: sandbox.secret, grant_type: "authorization_code", ...query };
  return `/sns/jscode2session?${new URLSearchParams(all).toString()}`;
};
const loginCode = async (persona: string) =>
  String((await sandbox.send("POST", `/personas/${persona}/login-code`)).code);
const exchange = (code: string) => sandbox.get(addressOf({ js_code: code }));
const later = (seconds: number) =>
  sandbox.send("PUT", "/clock", { now: new Date(Date.now() + seconds * 1000).toISOString() });

describe("jscode2session", () => {
  it("gives the persona's openid and a session key, as text without errcode", async () => {
    const response = await fetch(sandbox.uri + addressOf({ js_code: await loginCode("talent-b") }));
    expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
    const answer: Record<string, unknown> = JSON.parse(await response.text());
    expect(answer).toEqual({ openid: TALENT_B, session_key: expect.any(String) });
    expect(Buffer.from(String(answer.session_key), "base64")).toHaveLength(16);
  });

  it("takes a code once", async () => {
    const code = await loginCode("talent-b");
    await exchange(code);
    expect(await exchange(code)).toEqual({ errcode: 40163, errmsg: withRid("code been used", ", ") });
  });

  it("takes a code for five minutes", async () => {
    const [inTime, late] = [await loginCode("talent-b"), await loginCode("talent-b")];
    await later(295);
    expect(await exchange(inTime)).toHaveProperty("openid");
    await later(301);
    expect(await exchange(late)).toEqual({ errcode: 40029, errmsg: withRid("invalid code", ", ") });
  });

  it("refuses a code of the phone button", async () => {
    const { code } = await sandbox.send("POST", "/personas/talent-b/phone-code");
    expect((await exchange(String(code))).errcode).toBe(40029);
  });

  it.each([
    [{ js_code: "unknown" }, 40029],
    [{ js_code: "" }, 41008],
    [{ appid: "" }, 41002],
    [{ secret: "" }, 41004],
    [{ appid: "wx1" }, 40013],
    [{ secret: "wrong" }, 40125],
    [{ js_code: "x", grant_type: "client_credential" }, 40002],
  ])("refuses %j with HTTP 200", async (query, errcode) => {
    const response = await fetch(sandbox.uri + addressOf(query));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ errcode });
  });

  it("lets one user log in 100 times a minute", async () => {
    await sandbox.send("PUT", "/clock", { now: "2026-11-24T09:00:01Z" });
    for (let count = 0; count < 100; count += 1) {
      expect(await exchange(await loginCode("talent-b"))).toHaveProperty("openid");
    }
    expect((await exchange(await loginCode("talent-b"))).errcode).toBe(45011);
    expect(await exchange(await loginCode("talent-c"))).toHaveProperty("openid");
    await sandbox.send("PUT", "/clock", { now: "2026-11-24T09:01:01Z" });
    expect(await exchange(await loginCode("talent-b"))).toHaveProperty("openid");
  });
});

describe("getuserphonenumber", () => {
  const phoneCode = async () => (await sandbox.send("POST", "/personas/talent-b/phone-code")).code;
  const phone = (body: object) => sandbox.call("/wxa/business/getuserphonenumber", body);

  it("gives the number once, with a watermark", async () => {
    const code = await phoneCode();
    expect(await phone({ code })).toEqual({
      errcode: 0,
      errmsg: "ok",
      phone_info: {
        phoneNumber: "13800002303",
        purePhoneNumber: "13800002303",
        countryCode: "86",
        watermark: { timestamp: expect.any(Number), appid: sandbox.appid },
      },
    });
    expect(await phone({ code })).toEqual({
      errcode: 40029,
      errmsg: expect.stringMatching(/^invalid code hint: \[.{6}\] rid: /),
    });
  });

  it("checks that the code belongs to the openid, when one is given", async () => {
    const code = await phoneCode();
    expect((await phone({ code, openid: "oTALENTC0000000000000000000C" })).errcode).toBe(40029);
    expect((await phone({ code, openid: TALENT_B })).errcode).toBe(0);
  });

  it("refuses a login code and an old code", async () => {
    expect((await phone({ code: await loginCode("talent-b") })).errcode).toBe(40029);
    const code = await phoneCode();
    await later(301);
    expect((await phone({ code })).errcode).toBe(40029);
  });
});

describe("paths", () => {
  it("answers an unknown one of WeChat's with 40066 and an own one with 404", async () => {
    expect(await sandbox.get("/cgi-bin/nothing")).toEqual({ errcode: 40066, errmsg: withRid("invalid url") });
    expect((await fetch(`${sandbox.uri}/nothing`)).status).toBe(404);
    expect((await fetch(`${sandbox.uri}/personas/nobody/messages`)).status).toBe(404);
  });
});
