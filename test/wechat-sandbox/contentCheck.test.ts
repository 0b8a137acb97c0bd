import type { StartedSandbox } from "./startedSandbox";
import { startedSandbox, TALENT_B, withRid } from "./startedSandbox";

let sandbox: StartedSandbox;
beforeEach(async () => {
  sandbox = await startedSandbox();
  await sandbox.send("POST", "/personas/talent-b/login-code");
});
afterEach(() => sandbox.stop());

const check = (fields: object) =>
  sandbox.call("/wxa/msg_sec_check", { openid: TALENT_B, scene: 2, version: 2, content: "你好", ...fields });

describe("msg_sec_check", () => {
  it("passes harmless text", async () => {
    expect(await check({})).toEqual({
      errcode: 0,
      errmsg: "ok",
      result: { suggest: "pass", label: 100 },
      detail: [
        { strategy: "content_model", errcode: 0, suggest: "pass", label: 100, prob: 90 },
        { strategy: "keyword", errcode: 0 },
      ],
      trace_id: expect.any(String),
    });
  });

  it.each([{ content: "低价代开发票" }, { title: "代开发票" }, { nickname: "代开发票" }])(
    "finds a risky word in %j",
    async (fields) => {
      expect(await check(fields)).toMatchObject({
        errcode: 0,
        result: { suggest: "risky", label: 10001 },
        detail: [{ strategy: "content_model" }, { strategy: "keyword", level: 90, keyword: "代开发票" }],
      });
    },
  );

  it.each([
    [{ content: "" }, 44002, "empty post data"],
    [{ content: "字".repeat(2501) }, 45002, "content size out of limit"],
    [{ version: 1 }, 40097, "invalid args"],
    [{ scene: 5 }, 40129, "invalid scene"],
    [{ openid: "oNOBODY000000000000000000000" }, 40003, "invalid openid"],
    [{ openid: "oTALENTC0000000000000000000C" }, 61010, "code is expired"],
  ])("refuses %j", async (fields, errcode, text) => {
    expect(await check(fields)).toEqual({ errcode, errmsg: withRid(text) });
  });

  it("wants a visit within two hours, and POST", async () => {
    await sandbox.send("PUT", "/clock", { now: new Date(Date.now() + 7_300_000).toISOString() });
    expect((await check({})).errcode).toBe(61010);
    expect((await sandbox.get("/wxa/msg_sec_check")).errcode).toBe(43302);
  });
});
