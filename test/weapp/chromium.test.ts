import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import type { MiniProgram } from "./host";
import { launch, launchBrowser } from "./host";
import { chromiumPath } from "./host/backends/chromium";
import { FIXTURE, SpoiledCopy } from "./spoiledCopy";

const whenInstalled = fs.existsSync(chromiumPath()) ? describe : describe.skip;

whenInstalled("the host in Chromium", () => {
  let browser: Browser;
  let running: MiniProgram | undefined;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
  });

  afterEach(async () => {
    await running?.abandon();
    running = undefined;
  });

  async function open(dist = FIXTURE): Promise<MiniProgram> {
    running = await launch({ dist, view: "chromium", browser, waitMs: 3000 });
    return running;
  }

  it("runs the same journey with real touches", async () => {
    const mp = await open();
    await mp.tapText("加一");
    await mp.tap(".minus");
    expect(await mp.text(".count")).toBe("共 0 项");
    await mp.tap(".to-tree");
    await mp.tap(".level7");
    expect(await mp.text(".level7")).toBe("点到了深处");
    await mp.back();
    expect(await mp.text(".answer")).toBe("深处");
    await mp.tapText("去申请");
    await mp.fill("姓名", "欧阳修文忠公");
    await mp.pick(".district", "江北区");
    await mp.tap(".agree");
    await mp.tapText("提交");
    expect(JSON.parse(await mp.text(".submitted"))).toMatchObject({ name: "欧阳修文", agree: ["yes"] });
    await mp.close();
  });

  it("lays pages out in rpx and takes a picture at the phone's size", async () => {
    const mp = await open();
    const picture = path.join(os.tmpdir(), "weapp-host-picture.png");
    await mp.screenshot(picture);
    const png = fs.readFileSync(picture);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([780, 1688]);
    expect((await mp.box("button.main")).height).toBeCloseTo((88 * 390) / 750, 1);
    await mp.close();
  });

  it("does not tap what another element covers", async () => {
    const cover =
      "<view style='position:fixed;top:0;left:0;right:0;bottom:0;background:rgba(0,0,0,.5)'></view>";
    const copy = new SpoiledCopy().edit("pages/home/index.wxml", (text) => text + cover);
    const mp = await open(copy.dist);
    await expect(mp.tap("button.main")).rejects.toThrow("intercepts pointer events");
    copy.discard();
  });

  it("fails like the other view when handlers are stripped", async () => {
    const copy = new SpoiledCopy().edit("pages/home/index.wxml", (text) => text.replace('bindtap="add"', ""));
    const mp = await open(copy.dist);
    await expect(mp.tapText("加一")).rejects.toThrow("nothing reacts");
    copy.discard();
  });
});
