import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { RequestModel } from "../../server/features/requests/index";
import { inChromium, picturePath } from "../support/browser";
import { startDemonstration } from "../support/demonstration";
import { openPhone, signInOn, type OpenPhone } from "../support/phones";
import { journey } from "../support/step";
import type { TestServer } from "../support/testServer";
import { launchBrowser } from "../weapp/host";

inChromium("the built mini-program with layout and real touches", () => {
  const step = journey();
  let server: TestServer;
  let browser: Browser;
  let phone: OpenPhone;

  beforeAll(async () => {
    server = await startDemonstration();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await phone.mp.abandon();
    await browser.close();
    await server.stop();
  });

  /** Leaves a picture and checks that it is of a phone's screen with something on it. */
  async function picture(name: string): Promise<void> {
    const path = picturePath("weapp", `${name}.png`);
    await phone.mp.screenshot(path);
    const png = readFileSync(path);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([780, 1688]);
    expect(png.length).toBeGreaterThan(20_000);
  }

  step("a talent signs in and opens the code with one tap", async () => {
    phone = await openPhone(server, "talent-b", { view: "chromium", browser });
    await picture("signed-out");
    await signInOn(phone, "pages/home/index");
    await phone.mp.waitForText("出示人才码");
    await picture("home");
    await phone.mp.tapText("出示人才码");
    await phone.mp.waitForText("手机或卡丢了，挂失");
    await picture("code");
    await phone.mp.back();
  });

  step("asks for a service with a finger", async () => {
    const { mp } = phone;
    await mp.tapText("服务");
    await mp.waitForText("科技咨询");
    await picture("services");
    await mp.tapText("科技咨询");
    await mp.waitForText("办理条件");
    await picture("guide");
    await mp.tapText("开始申请");
    await mp.waitForText("为谁办理");
    await mp.tapText("本人");
    await picture("form");
    const target = await mp.box("#form-next");
    expect(target.height).toBeGreaterThanOrEqual(44);
    await mp.tapText("下一步，写明诉求");
    await mp.type("#point-0 textarea", "请专家看一看样机的散热方案");
    await picture("form-wishes");
  });

  step("finds the draft again and deletes it", async () => {
    const { mp } = phone;
    expect(await RequestModel.countDocuments({ status: "draft", "item.code": "science" })).toBe(0);
    await mp.back();
    await mp.waitForText("开始申请");
    await mp.tapText("开始申请");
    expect(await mp.value("#point-0 textarea")).toBe("请专家看一看样机的散热方案");
  });

  step("and nothing went wrong", async () => {
    expect(phone.mp.problems()).toEqual([]);
    expect(phone.mp.errors()).toEqual([]);
    await phone.mp.close();
  });
});
