import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { TicketModel } from "../../server/features/counters/index";
import { inChromium, picturePath } from "../support/browser";
import { builtMiniapp } from "../support/builtMiniapp";
import { addHall, currentOf, deskIn, hallCalls, type TestHall } from "../support/hall";
import { journey } from "../support/step";
import { startTestServer, type TestServer } from "../support/testServer";
import { until } from "../support/until";
import { becomePersona, openWeb, type WebPage } from "../support/webPage";
import { createWorld, type World } from "../support/world";
import { launchBrowser } from "../weapp/host";

/** One turn of polling and a little. */
const POLLED_MS = 6_500;
const STAFF = "李海燕 · 市级服务专员";

/** Writes down what the page would have said aloud. */
const RECORD_SPEECH = `
  window.spoken = [];
  Object.defineProperty(window, "speechSynthesis", { value: { speak: ({ text }) => window.spoken.push(text) } });`;

inChromium("the screens of a counter", () => {
  const step = journey();
  let server: TestServer;
  let world: World;
  let hall: TestHall;
  let calls: ReturnType<typeof hallCalls>;
  let browser: Browser;
  let display: WebPage;
  let staff: WebPage;
  let device: WebPage;

  beforeAll(async () => {
    server = await startTestServer({
      now: "2026-10-09T01:10:00.000Z",
      roles: "web",
      env: { STATIC_DIR: builtMiniapp("h5") },
    });
    world = await createWorld(server);
    hall = await addHall();
    calls = hallCalls(server, hall);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const picture = (web: WebPage, name: string) =>
    web.page.screenshot({ path: picturePath("h5", `${name}.png`) });
  const spoken = () => display.page.evaluate<string[]>("window.spoken");
  const spokenAtLast = (texts: readonly string[]) =>
    until(
      async () => (JSON.stringify(await spoken()) === JSON.stringify(texts) ? true : undefined),
      POLLED_MS,
    );
  const turnVoiceOn = () => display.tap("打开语音播报");

  step("the specialist sits down in the browser, and the display over the window waits", async () => {
    staff = await openWeb(browser, server, "desk");
    await becomePersona(staff, STAFF, "packages/staff/board/index");
    await staff.tap("叫号");
    await staff.isAt("packages/counter/calling/index");
    await staff.tap("坐到 3 号窗口");
    await staff.reads("3 号窗口叫号");

    display = await openWeb(browser, server, "desk");
    await display.page.setViewportSize({ width: 1920, height: 1080 });
    await display.page.addInitScript(RECORD_SPEECH);
    await display.go(`packages/hall/window/index?window=${hall.windows[2]}`);
    await display.reads("请稍候");
    await turnVoiceOn();
    expect(await spoken()).toEqual(["语音播报已打开"]);
  });

  step("the rating device is paired by a code and asks nothing yet", async () => {
    await staff.tap("去配对");
    await staff.tap("生成配对码");
    const digits = await staff.page.locator("#pairing-digits").innerText();
    await staff.tap("关闭");
    // Somebody left a sign-in of staff in this browser: the device must not use it.
    device = await openWeb(browser, server, "desk");
    await becomePersona(device, STAFF, "packages/staff/board/index");
    await device.go("packages/hall/device/index");
    await device.isAt("packages/hall/device/index");
    for (const digit of digits.replace(/\s/g, "")) await device.tap(digit, ".rd");
    await device.reads("欢迎评价本次服务");
    await staff.reads("办结后评价器显示一次性评价码");
  });

  step("a call blinks on the display and is spoken once, a recall once more", async () => {
    await calls.takeFor(world.municipal2);
    await staff.tap("叫 A001");
    await staff.reads("人到了，开始办理");
    await display.reads("A001");
    await spokenAtLast(["语音播报已打开", "请 A001 号到 3 号窗口"]);
    expect(await display.page.locator(".hl-new").count()).toBe(1);
    await picture(display, "hall-window");
    await staff.tap("重呼");
    await spokenAtLast(["语音播报已打开", "请 A001 号到 3 号窗口", "请 A001 号到 3 号窗口"]);
  });

  step("loading the display again repeats nothing", async () => {
    await display.page.reload();
    await display.reads("A001");
    await turnVoiceOn();
    await sleep(POLLED_MS);
    expect(await spoken()).toEqual(["语音播报已打开"]);
    expect(await display.page.locator(".hl-new").count()).toBe(0);
  });

  step("without network the display keeps its last state and says since when", async () => {
    await display.page.context().setOffline(true);
    await display.reads(/网络断开，09:1\d 的情况/);
    await display.reads("A001");
    await display.page.context().setOffline(false);
  });

  step("the finished number is rated on the device, once, without anybody's session", async () => {
    const headers: (string | undefined)[] = [];
    device.page.on("request", (request) => {
      if (request.url().includes("/api/rating-devices/")) headers.push(request.headers()["authorization"]);
    });
    await staff.tap("人到了，开始办理");
    await staff.tap("办结");
    await staff.reads("窗口空着");
    await device.reads("您对这次服务满意吗？");
    await device.tap("非常满意", ".rd-faces");
    await device.tap("办得快");
    await picture(device, "rating-device");
    await device.tap("提交评价");
    await device.reads("谢谢您的评价");
    await device.reads("欢迎评价本次服务");
    const ticket = await TicketModel.findOne({ number: "A001" }).lean();
    expect(ticket).toMatchObject({ status: "done", rating: { level: "verySatisfied", tags: ["fast"] } });
    expect(headers.length).toBeGreaterThan(1);
    expect(headers.filter((header) => header !== undefined)).toEqual([]);
  });

  step("the big screen shows every window, and a paused one says so", async () => {
    await calls.open(world.municipal2, hall.windows[0]);
    await calls.takeFor(world.municipal2);
    const desk = deskIn(await calls.callNext(world.municipal2, hall.windows[0]));
    await staff.tap("暂停窗口");
    await display.go(`packages/hall/summary/index?hall=${hall.id}`);
    await display.isAt("packages/hall/summary/index");
    await display.reads(currentOf(desk).number);
    await display.reads("暂停服务");
    await picture(display, "hall-summary");
  });

  step("no page complained on the way", async () => {
    const expected = (fault: string) => fault.includes("ERR_INTERNET_DISCONNECTED");
    for (const web of [display, staff, device]) {
      expect(web.faults.filter((fault) => !expected(fault))).toEqual([]);
      await web.close();
    }
  });
});
