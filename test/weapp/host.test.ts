import type { LaunchOptions, MiniProgram } from "./host";
import { createLocalWx, createPhone, launch } from "./host";
import { FIXTURE, SpoiledCopy } from "./spoiledCopy";

const opened: MiniProgram[] = [];

async function open(options: Partial<LaunchOptions> = {}): Promise<MiniProgram> {
  const miniProgram = await launch({ dist: FIXTURE, ...options });
  opened.push(miniProgram);
  return miniProgram;
}

afterEach(async () => {
  for (const miniProgram of opened.splice(0)) await miniProgram.abandon();
});

describe("pages", () => {
  it("opens the first page, draws its data through WXS and answers taps", async () => {
    const mp = await open({ query: { title: "目录" } });
    expect(mp.route()).toBe("pages/home/index");
    expect(await mp.text(".title")).toBe("目录");
    await mp.tap("button.main");
    await mp.tapText("加一");
    expect(await mp.text(".count")).toBe("共 2 项");
    await mp.close();
  });

  it("passes events between a component and its page", async () => {
    const mp = await open();
    await mp.tap(".minus");
    expect(await mp.text(".count")).toBe("共 -1 项");
    expect(await mp.text(".shown")).toBe("-1/1");
    await mp.close();
  });

  it("keeps a page stack, tabs that stay alive, and pages of subpackages", async () => {
    const mp = await open();
    await mp.tapText("去申请");
    expect(mp.stack()).toEqual(["pages/home/index", "packages/requests/form/index"]);
    expect(mp.query()).toEqual({ item: "7" });
    expect(await mp.text(".item")).toBe("项目 7");
    await mp.back();
    await mp.tap("button.main");
    await mp.tapText("我的");
    expect(await mp.text(".mine")).toBe("我的页面，第 1 次");
    await mp.tapText("首页");
    expect(await mp.text(".count")).toBe("共 1 项");
    await mp.tapText("我的");
    expect(await mp.text(".mine")).toBe("我的页面，第 2 次");
    await mp.close();
  });

  it("draws a tree deeper than the templates reach and answers a tap at its end", async () => {
    const mp = await open();
    await mp.tap(".to-tree");
    expect(await mp.text(".level7")).toBe("你好");
    await mp.tap(".level7");
    expect(await mp.text(".level7")).toBe("点到了深处");
    await mp.back();
    expect(await mp.text(".answer")).toBe("深处");
    await mp.close();
  });
});

describe("forms", () => {
  it("fills fields within their length, chooses, and submits what a person entered", async () => {
    const mp = await open({ start: "packages/requests/form/index", query: { item: "3" } });
    await mp.fill("姓名", "欧阳修文忠公");
    await mp.type(".reason", "子女入学");
    await mp.pick(".district", "江北区");
    await mp.tap(".agree");
    await mp.tap("switch.urgent");
    await mp.tapText("提交");
    expect(await mp.text(".chosen")).toBe("江北区");
    expect(JSON.parse(await mp.text(".submitted"))).toMatchObject({
      name: "欧阳修文",
      reason: "子女入学",
      agree: ["yes"],
      urgent: true,
    });
    await mp.close();
  });

  it("keeps stored drafts for a second launch on the same phone, and not on another", async () => {
    const phone = createPhone();
    const first = await open({ start: "packages/requests/form/index", wx: createLocalWx({ phone }) });
    await first.fill("姓名", "苏轼");
    await first.close();
    const second = await open({ start: "packages/requests/form/index", wx: createLocalWx({ phone }) });
    expect(await second.value(".name")).toBe("苏轼");
    const other = await open({ start: "packages/requests/form/index" });
    expect(await other.value(".name")).toBe("");
  });
});

describe("dialogs", () => {
  it("leaves a dialog open until the person chooses, and covers the page with it", async () => {
    const mp = await open();
    await mp.tapText("询问");
    expect(mp.dialog()?.content).toBe("撤回后需要重新提交");
    await expect(mp.tap("button.main")).rejects.toThrow("covers the page");
    await mp.tapText("撤回");
    expect(await mp.text(".answer")).toBe("已撤回");
    await mp.close();
  });
});

describe("the logic layer", () => {
  it("has neither a browser nor code from strings", async () => {
    const mp = await open({ start: "pages/mine/index" });
    expect(await mp.text(".engine")).toBe("present: ; code: refused");
    await mp.close();
  });

  it("tells the time of the injected clock", async () => {
    const copy = new SpoiledCopy().edit("pages/home/index.js", (text) =>
      text.replace('query.title || "服务"', "new Date().toISOString()"),
    );
    const mp = await open({
      dist: copy.dist,
      wx: createLocalWx({ now: () => new Date("2026-10-09T01:00:00Z") }),
    });
    expect(await mp.text(".title")).toBe("2026-10-09T01:00:00.000Z");
    copy.discard();
  });

  it("lets no timer outlive the app", async () => {
    const ticking =
      "onLoad(query) { globalThis.beat = () => { setTimeout(beat, 400); }; beat(); setInterval(() => undefined, 50);";
    const copy = new SpoiledCopy().edit("pages/home/index.js", (text) =>
      text.replace("onLoad(query) {", ticking),
    );
    const mp = await open({ dist: copy.dist });
    expect(mp.armedTimers()).toBe(2);
    await mp.close();
    await new Promise((resolve) => setTimeout(resolve, 450));
    expect(mp.armedTimers()).toBe(0);
    copy.discard();
  });
});

describe("refusals", () => {
  it("does not tap what does not react, is disabled, or is not there", async () => {
    const mp = await open();
    await expect(mp.tap(".plain")).rejects.toThrow("nothing reacts");
    await expect(mp.tapText("不可用")).rejects.toThrow("disabled");
    await expect(mp.waitFor(".nowhere", 100)).rejects.toThrow("did not appear");
    expect(await mp.text(".count")).toBe("共 0 项");
  });

  it("fails when a function of wx is called that the test does not provide", async () => {
    const mp = await open();
    await expect(mp.tapText("定位")).rejects.toThrow("wx.getLocation was called");
  });

  it("fails on a rejection that nobody handles", async () => {
    const mp = await open();
    await mp.tapText("抛弃的承诺").catch(() => undefined);
    await expect(mp.waitForText("never", 500)).rejects.toThrow(/unhandled rejection: .*没有人接住/);
  });

  it("fails on a page that does not exist", async () => {
    const copy = new SpoiledCopy().edit("pages/home/index.wxml", (text) =>
      text.replace("form/index?item=7", "gone/index"),
    );
    const mp = await open({ dist: copy.dist });
    await expect(mp.tapText("去申请")).rejects.toThrow('page "packages/requests/gone/index" is not found');
    copy.discard();
  });
});

/** What a person does in the fixture; each fault below has to stop it. */
async function journey(dist: string, tolerant = false): Promise<void> {
  const mp = await open({ dist, tolerant, waitMs: tolerant ? 300 : 2000 });
  await mp.tapText("加一");
  await mp.tap(".to-tree");
  await mp.tap(".level7");
  await mp.back();
  if ((await mp.text(".answer")) !== "深处") throw new Error("the tap did not arrive");
  await mp.close();
}

describe("negative controls", () => {
  const spoilt: [string, (copy: SpoiledCopy) => SpoiledCopy, RegExp][] = [
    [
      "the recursive component is removed",
      (copy) => copy.remove("comp.js", "comp.wxml", "comp.json"),
      /not a component/,
    ],
    [
      "the page no longer names the recursive component",
      (copy) => copy.edit("packages/requests/tree/index.json", (text) => text.replace('"comp": "/comp"', "")),
      /<comp>, which is no component|did not appear/,
    ],
    [
      "handlers are stripped from the templates",
      (copy) => copy.edit("base.wxml", (text) => text.replaceAll('bindtap="eh"', "")),
      /nothing reacts to a tap/,
    ],
    ["utils.wxs is removed", (copy) => copy.remove("utils.wxs"), /utils\.wxs, which does not exist/],
    [
      "a script throws",
      (copy) =>
        copy.edit("packages/requests/tree/index.js", (text) =>
          text.replace("onLoad() {", 'onLoad() { throw new Error("boom");'),
        ),
      /boom/,
    ],
    [
      "a script does not parse",
      (copy) => copy.edit("pages/home/index.js", (text) => `${text}}`),
      /Unexpected token/,
    ],
    [
      "a template is broken",
      (copy) => copy.edit("pages/home/index.wxml", (text) => text.replace("</view>", "<view>{{")),
      /pages\/home\/index\.wxml:\d+/,
    ],
    [
      "a page is missing in app.json",
      (copy) => copy.edit("app.json", (text) => text.replace(', "tree/index"', "")),
      /app\.json does not list it/,
    ],
    [
      "app.json lists a page that does not exist",
      (copy) => copy.edit("app.json", (text) => text.replace('"tree/index"', '"tree/index", "gone"')),
      /packages\/requests\/gone\.js does not exist/,
    ],
    [
      "the tab bar is custom and nothing draws it",
      (copy) => copy.edit("app.json", (text) => text.replace('"tabBar": {', '"tabBar": { "custom": true,')),
      /custom-tab-bar\/index is no component/,
    ],
    [
      "a handler that a template binds is missing",
      (copy) => copy.edit("pages/home/index.js", (text) => text.replace("add()", "added()")),
      /no handler "add"/,
    ],
  ];

  it("runs through when nothing is spoilt", async () => {
    await journey(FIXTURE);
  });

  it.each(spoilt)("fails when %s", async (_, spoil, reason) => {
    const copy = spoil(new SpoiledCopy());
    await expect(journey(copy.dist)).rejects.toThrow(reason);
    copy.discard();
  });

  it("does not get through a missing component, page or WXS even where faults are only collected", async () => {
    for (const spoil of [spoilt[1], spoilt[3], spoilt[7]]) {
      const copy = spoil![1](new SpoiledCopy());
      await expect(journey(copy.dist, true)).rejects.toThrow();
      copy.discard();
    }
  });
});
