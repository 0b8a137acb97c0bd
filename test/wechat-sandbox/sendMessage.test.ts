import type { Json, StartedSandbox } from "./startedSandbox";
import { ACCEPTED_DATA, startedSandbox, TALENT_B, withRid } from "./startedSandbox";

const PATH = "/cgi-bin/message/subscribe/send";
const TITLE = "办件受理通知";
let sandbox: StartedSandbox;
let templateId: string;

beforeEach(async () => {
  sandbox = await startedSandbox({ pages: ["pages/home/home", "packages/requests/detail/detail"] });
  templateId = await sandbox.templateId(TITLE);
});
afterEach(() => sandbox.stop());

const message = (fields: object = {}): Json => ({
  touser: TALENT_B,
  template_id: templateId,
  page: "packages/requests/detail/detail?id=7",
  data: ACCEPTED_DATA,
  ...fields,
});
const sendMessage = (fields: object = {}) => sandbox.call(PATH, message(fields));

async function notices(persona = "talent-b"): Promise<Json[]> {
  return JSON.parse(await (await fetch(`${sandbox.uri}/personas/${persona}/messages`)).text());
}

describe("a message that WeChat takes", () => {
  it("stands in the person's service notices with its printed names", async () => {
    await sandbox.send("PUT", "/clock", { now: "2026-11-24T09:00:00Z" });
    await sandbox.allow("talent-b", TITLE);
    await sendMessage({ miniprogram_state: "trial", lang: "en_US" });
    expect(await notices()).toEqual([
      {
        msgid: expect.stringMatching(/^\d{19}$/),
        templateId,
        title: TITLE,
        sentAt: expect.stringMatching(/^2026-11-24T09:00:0/),
        page: "packages/requests/detail/detail?id=7",
        miniprogramState: "trial",
        lang: "en_US",
        data: ACCEPTED_DATA,
        values: [
          { key: "character_string1", name: "办件编号", value: "26-04752" },
          { key: "thing2", name: "事项名称", value: "子女入学" },
          { key: "date3", name: "受理日期", value: "2026年11月24日" },
          { key: "date4", name: "办结期限", value: "2026-11-27" },
          { key: "thing5", name: "温馨提示", value: "进度随时可查" },
        ],
      },
    ]);
    expect(await notices("talent-c")).toEqual([]);
  });

  it("is answered with a message id that a plain JSON parser corrupts", async () => {
    await sandbox.allow("talent-b", TITLE);
    const response = await fetch(`${sandbox.uri}${PATH}?access_token=${await sandbox.token()}`, {
      method: "POST",
      body: JSON.stringify(message()),
    });
    const text = await response.text();
    const [, digits = ""] = /^\{"errcode":0,"errmsg":"ok","msgid":(\d+)\}$/.exec(text) ?? [];
    expect(BigInt(digits) > 2n ** 53n).toBe(true);
    expect(String(Number(digits))).not.toBe(digits);
    expect((await notices())[0]?.msgid).toBe(digits);
  });

  it("needs no page", async () => {
    await sandbox.allow("talent-b", TITLE);
    expect((await sendMessage({ page: undefined })).errcode).toBe(0);
    expect((await notices())[0]?.page).toBeNull();
  });
});

describe("consent", () => {
  it("is used up by one one-time message, and counts acceptances", async () => {
    expect(await sendMessage()).toEqual({ errcode: 43101, errmsg: withRid("user refuse to accept the msg") });
    await sandbox.allow("talent-b", TITLE);
    await sandbox.allow("talent-b", TITLE);
    expect((await sendMessage()).errcode).toBe(0);
    expect((await sendMessage()).errcode).toBe(0);
    expect((await sendMessage()).errcode).toBe(43101);
    expect(await notices()).toHaveLength(2);
  });

  it("is kept per person and template", async () => {
    await sandbox.allow("talent-c", TITLE);
    await sandbox.allow("talent-b", "办结通知");
    expect((await sendMessage()).errcode).toBe(43101);
  });

  it("is not used up by a refused message", async () => {
    await sandbox.allow("talent-b", TITLE);
    expect((await sendMessage({ data: {} })).errcode).toBe(47003);
    expect((await sendMessage({ page: "pages/gone/gone" })).errcode).toBe(41030);
    expect((await sendMessage()).errcode).toBe(0);
  });

  it("once given lasts for a long-term template until it is taken back", async () => {
    const long = {
      template_id: await sandbox.templateId("时限预警通知"),
      data: {
        character_string1: { value: "26-04752" },
        thing2: { value: "子女入学" },
        phrase3: { value: "即将到期" },
        time4: { value: "2026年11月27日 17:30" },
        thing5: { value: "渝北区教委" },
      },
    };
    await sandbox.allow("talent-b", "时限预警通知");
    for (let count = 0; count < 3; count += 1) expect((await sendMessage(long)).errcode).toBe(0);
    await sandbox.send("POST", "/personas/talent-b/settings", {
      templateIds: [long.template_id],
      choice: "reject",
    });
    expect((await sendMessage(long)).errcode).toBe(43101);
  });

  it("counts for nothing while the person's main switch is off", async () => {
    await sandbox.allow("talent-b", TITLE);
    await sandbox.send("POST", "/personas/talent-b/settings", { mainSwitch: false });
    expect((await sendMessage()).errcode).toBe(43101);
    await sandbox.send("POST", "/personas/talent-b/settings", { mainSwitch: true });
    expect((await sendMessage()).errcode).toBe(0);
  });
});

describe("a message that WeChat refuses", () => {
  it.each([
    [{ touser: "oNOBODY000000000000000000000" }, 40003, "invalid openid"],
    [{ touser: "" }, 40003, "invalid openid"],
    [{ template_id: "unknown" }, 40037, "invalid template_id"],
    [{ page: "pages/gone/gone" }, 41030, "invalid page"],
    [{ page: "https://example.com" }, 41030, "invalid page"],
    [
      { data: { ...ACCEPTED_DATA, thing2: undefined } },
      47003,
      "argument invalid! data.thing2.value is emtpy",
    ],
    [
      { data: { ...ACCEPTED_DATA, character_string1: { value: "办件1" } } },
      47003,
      "argument invalid! data.character_string1.value",
    ],
    [{ data: { ...ACCEPTED_DATA, thing5: { value: "代开发票" } } }, 45168, "hit sensitive words"],
  ])("%j gets %i", async (fields, errcode, text) => {
    await sandbox.allow("talent-b", TITLE);
    expect(await sendMessage(fields)).toEqual({ errcode, errmsg: withRid(text) });
    expect(await notices()).toEqual([]);
  });

  it("names the first of several faults in the documented order", async () => {
    expect((await sendMessage({ touser: "", template_id: "", data: {} })).errcode).toBe(40003);
    expect((await sendMessage({ template_id: "", page: "gone", data: {} })).errcode).toBe(40037);
    expect((await sendMessage({ page: "gone", data: {} })).errcode).toBe(41030);
    expect((await sendMessage({ data: {} })).errcode).toBe(47003);
  });
});

describe("messages at once", () => {
  it("to one person: one is taken, the others get 43108", async () => {
    for (let count = 0; count < 6; count += 1) await sandbox.allow("talent-b", TITLE);
    const token = await sandbox.token();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => sandbox.send("POST", `${PATH}?access_token=${token}`, message())),
    );
    const refused = answers.filter((answer) => answer.errcode === 43108);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.errmsg).toEqual(
      withRid("Cannot make concurrent calls to the same OpenID, please try again"),
    );
    expect(answers.filter((answer) => answer.errcode === 0)).toHaveLength(6 - refused.length);
    expect(await notices()).toHaveLength(6 - refused.length);
    expect((await sendMessage()).errcode).toBe(0);
  });

  it("to different persons are all taken", async () => {
    const people: Json[] = JSON.parse(await (await fetch(`${sandbox.uri}/personas`)).text());
    const some = people.slice(0, 8);
    for (const { id } of some) await sandbox.allow(String(id), TITLE);
    const token = await sandbox.token();
    const answers = await Promise.all(
      some.map(({ openid }) =>
        sandbox.send("POST", `${PATH}?access_token=${token}`, message({ touser: openid })),
      ),
    );
    expect(answers.map((answer) => answer.errcode)).toEqual(some.map(() => 0));
  });
});
