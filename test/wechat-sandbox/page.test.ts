import { JSDOM } from "jsdom";
import type { StartedSandbox } from "./startedSandbox";
import { ACCEPTED_DATA, startedSandbox, TALENT_B } from "./startedSandbox";

let sandbox: StartedSandbox;
beforeEach(async () => {
  sandbox = await startedSandbox({ product: "http://127.0.0.1:3000" });
});
afterEach(() => sandbox.stop());

async function page(query = ""): Promise<Document> {
  const response = await fetch(`${sandbox.uri}/${query}`);
  expect(response.headers.get("content-type")).toMatch(/^text\/html/);
  return new JSDOM(await response.text()).window.document;
}

async function deliver(thing: string): Promise<void> {
  await sandbox.allow("talent-b", "办件受理通知");
  await sandbox.call("/cgi-bin/message/subscribe/send", {
    touser: TALENT_B,
    template_id: await sandbox.templateId("办件受理通知"),
    data: { ...ACCEPTED_DATA, thing5: { value: thing } },
  });
}

const textOf = (node: Element | null) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();

describe("the page", () => {
  it("shows every persona, with the chosen one's notices newest first", async () => {
    await deliver("第一条");
    await deliver("第二条");
    const document = await page("?persona=talent-b");
    const listed = (await (await fetch(`${sandbox.uri}/personas`)).json()) as unknown[];
    expect(listed.length).toBeGreaterThan(10);
    expect(document.querySelectorAll(".persona")).toHaveLength(listed.length);
    const chosen = document.querySelector(".persona[aria-current]");
    expect(textOf(chosen)).toContain("周敏");
    expect(textOf(chosen?.querySelector(".count") ?? null)).toBe("2");
    const cards = [...document.querySelectorAll(".notice")].map(textOf);
    expect(cards).toHaveLength(2);
    expect(cards[0]).toMatch(/办件编号 ?26-04752/);
    expect(cards[0]).toContain("第二条");
    expect(cards[1]).toContain("第一条");
  });

  it("shows values as text, whatever they hold", async () => {
    await deliver("<img onerror=x>&'\"");
    const document = await page("?persona=talent-b");
    expect(document.querySelectorAll(".notice img")).toHaveLength(0);
    expect(textOf(document.querySelector(".notice dl"))).toContain("<img onerror=x>&'\"");
  });

  it("tells what to do when there are no notices, and starts with the first persona", async () => {
    const document = await page();
    expect(textOf(document.querySelector(".persona[aria-current] b"))).toBe("顾明远");
    expect(textOf(document.querySelector(".empty"))).toContain("还没有收到服务通知");
  });

  it("shows consents, faults and a link to the product, which stays while one changes persons", async () => {
    await sandbox.allow("talent-b", "办件受理通知");
    await sandbox.send("POST", "/faults", { path: "/sns/jscode2session", fault: "-1", times: 2 });
    const document = await page("?persona=talent-b&product=http://127.0.0.1:4000");
    expect(textOf(document.querySelector("#consents li"))).toContain("可收 1 条");
    expect(textOf(document.querySelector("#faults"))).toContain("系统繁忙（-1） 还有 2 次");
    expect(document.querySelector(".product")?.getAttribute("href")).toBe("http://127.0.0.1:4000");
    expect(document.querySelector(".persona")?.getAttribute("href")).toContain("product=http");
    expect((await page()).querySelector(".product")?.getAttribute("href")).toBe("http://127.0.0.1:3000");
  });

  it("links no product address that is not a web address", async () => {
    expect((await page("?product=javascript:alert(1)")).querySelector(".product")).toBeNull();
  });
});
