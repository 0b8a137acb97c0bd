import { askedTemplates } from "../../scripts/wechat-sandbox/src/subscribe/popup";
import type { Template } from "../../scripts/wechat-sandbox/src/templates";
import type { Json, ListedTemplate, StartedSandbox } from "./startedSandbox";
import { startedSandbox } from "./startedSandbox";

let sandbox: StartedSandbox;
let oneTime: string[];
let longTerm: string[];

beforeAll(async () => {
  sandbox = await startedSandbox();
  const listed: ListedTemplate[] = JSON.parse(await (await fetch(`${sandbox.uri}/templates`)).text());
  const idsOf = (kind: string) => listed.filter((template) => template.kind === kind).map(({ id }) => id);
  oneTime = idsOf("one-time");
  longTerm = idsOf("long-term");
});
afterAll(() => sandbox.stop());

const answer = (templateIds: unknown, choice: unknown, extra: object = {}) =>
  sandbox.send("POST", "/personas/talent-d/consent", { templateIds, choice, ...extra });

describe("the subscription pop-up", () => {
  it("answers as wx.requestSubscribeMessage does", async () => {
    const [first = "", second = ""] = oneTime;
    expect(await answer([first, second], "accept")).toEqual({
      errMsg: "requestSubscribeMessage:ok",
      [first]: "accept",
      [second]: "accept",
    });
    expect(await answer([first], "reject")).toEqual({
      errMsg: "requestSubscribeMessage:ok",
      [first]: "reject",
    });
  });

  it.each([
    ["no template", () => [], 10001],
    ["six templates", () => oneTime.slice(0, 6), 20003],
    ["an unknown template", () => ["unknown"], 20001],
    ["one-time and long-term templates together", () => [oneTime[0], longTerm[0]], 20002],
  ])("refuses %s", async (_name, ids, errCode) => {
    const response = await fetch(`${sandbox.uri}/personas/talent-d/consent`, {
      method: "POST",
      body: JSON.stringify({ templateIds: ids(), choice: "accept" }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      errCode,
      errMsg: expect.stringMatching(/^requestSubscribeMessage:fail /),
    });
  });

  it("asks only for the first of several templates with one title", () => {
    const titles: Record<string, string> = { a: "办结通知", b: "回访邀请", c: "办结通知" };
    const find = (id: string): Template => ({ id, title: titles[id] ?? "", kind: "one-time", keywords: [] });
    const { asked, filtered } = askedTemplates(["a", "b", "c"], find);
    expect(asked.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(filtered).toEqual(["c"]);
  });

  it("gives one use when a template is named twice", async () => {
    const id = oneTime[4] ?? "";
    expect((await answer([id, id], "accept"))[id]).toBe("accept");
    const { ledger } = await sandbox.get("/personas/talent-d/settings");
    expect(ledger).toContainEqual({ templateId: id, remaining: 1, choice: "accept", kept: false });
  });

  it("refuses an answer that is neither accept nor reject", async () => {
    expect(await answer([oneTime[0]], "maybe")).toEqual({ error: "choice: accept or reject is needed" });
  });

  it("is not shown while the main switch is off", async () => {
    await sandbox.send("POST", "/personas/talent-e/settings", { mainSwitch: false });
    const body = { templateIds: [oneTime[0]], choice: "accept" };
    expect((await sandbox.send("POST", "/personas/talent-e/consent", body)).errCode).toBe(20004);
  });
});

describe("the settings of a person", () => {
  it("list only choices that the person ticked to keep", async () => {
    const [kept = "", loose = ""] = longTerm;
    await answer([kept], "accept", { keep: true });
    await answer([loose], "accept");
    const { subscriptionsSetting } = await sandbox.get("/personas/talent-d/settings");
    expect(subscriptionsSetting).toEqual({ mainSwitch: true, itemSettings: { [kept]: "accept" } });
  });

  it("take stored one-time uses away with a refusal, while a refused pop-up keeps them", async () => {
    const [id = ""] = oneTime.slice(3);
    const remaining = async () => {
      const { ledger } = await sandbox.get("/personas/talent-d/settings");
      const rows: Json[] = Array.isArray(ledger) ? ledger : [];
      return rows.find((row) => row.templateId === id)?.remaining;
    };
    await answer([id], "accept");
    await answer([id], "accept");
    await answer([id], "reject");
    expect(await remaining()).toBe(2);
    await sandbox.send("POST", "/personas/talent-d/settings", { templateIds: [id], choice: "reject" });
    expect(await remaining()).toBe(0);
  });
});

describe("personas and templates", () => {
  it("have the shapes of WeChat's own ids", async () => {
    const personas: { id: string; openid: string; roles: string[] }[] = JSON.parse(
      await (await fetch(`${sandbox.uri}/personas`)).text(),
    );
    expect(Object.keys(personas[0] ?? {})).toEqual(["id", "label", "roles", "openid"]);
    expect(new Set(personas.map(({ openid }) => openid)).size).toBe(personas.length);
    for (const { openid } of personas) expect(openid).toMatch(/^o[\w-]{27}$/);
    for (const id of [...oneTime, ...longTerm]) expect(id).toMatch(/^[\w-]{43}$/);
    expect(personas.find(({ id }) => id === "newcomer")?.roles).toEqual([]);
  });
});
