import { tokenAt } from "@talent/shared/domain/talentCode/batch";
import { groupedDayCode } from "@talent/shared/domain/talentCode/dayCode";
import { qrDataUri } from "../../miniapp/src/components/base/qrImage";
import { AccessEntryModel } from "../../server/features/audit/index";
import { CodeScanModel } from "../../server/features/talent-code/scans/model";
import { startDemonstration } from "../support/demonstration";
import { openPhone, signInOn, type OpenPhone } from "../support/phones";
import { journey } from "../support/step";
import type { IssuedBatch } from "../support/talentCodes";
import type { TestServer } from "../support/testServer";
import { until } from "../support/until";

const CODE = "packages/code/show/index";
const VERIFY = "packages/verify/desk/index";
const ITEM = "子女入学";

let server: TestServer;
let talent: OpenPhone;
let desk: OpenPhone;
const open: OpenPhone[] = [];

const step = journey();

beforeAll(async () => {
  server = await startDemonstration();
});
afterAll(async () => {
  for (const { mp } of open) await mp.abandon();
  await server.stop();
});

function keep(phone: OpenPhone): OpenPhone {
  open.push(phone);
  return phone;
}

const wait = (seconds: number) =>
  server.clock.moveTo(new Date(server.clock.now().getTime() + seconds * 1000));

/** The tokens that the talent's phone keeps. */
function keptBatch(): IssuedBatch {
  const kept = JSON.parse(talent.phone.storage["mine:talentCode"] ?? "{}") as { value: IssuedBatch };
  return kept.value;
}

function shownNow(): { token: string; code: string } {
  const shown = tokenAt(keptBatch(), server.clock.now());
  if (shown === null) throw new Error("the phone has no token for this moment");
  return shown;
}

/** Scans what the talent shows at this moment. */
async function scan(): Promise<void> {
  desk.wx.account.scanNext(shownNow().token);
  await desk.mp.tap("#scan-code");
}

async function reopen(phone: OpenPhone, persona: string, start: string): Promise<OpenPhone> {
  expect(phone.mp.problems()).toEqual([]);
  expect(phone.mp.errors()).toEqual([]);
  await phone.mp.close();
  const device = { networkType: phone.wx.device.networkType };
  return keep(await openPhone(server, persona, { phone: phone.phone, start, device }));
}

step("the talent opens the code in one tap", async () => {
  talent = keep(await openPhone(server, "talent-b"));
  await signInOn(talent, "pages/home/index");
  await talent.mp.tap("#show-code");
  await talent.mp.waitForRoute(CODE);
  await talent.mp.waitForText("秒后自动换新码，截图无效");
  const { token, code } = shownNow();
  expect(await talent.mp.attr(".dial-qr", "src")).toBe(qrDataUri(token));
  expect((await talent.mp.text()).replaceAll(/\s/g, "")).toContain(code);
  expect(groupedDayCode(code)).toMatch(/^\w{4} \w{4} \w{4}$/);
});

step("a desk scans it and reads yes, the category and the masked name", async () => {
  desk = keep(await openPhone(server, "municipal-specialist"));
  await signInOn(desk, "packages/staff/board/index");
  await desk.mp.tapText("核实");
  await desk.mp.waitForRoute(VERIFY);
  await desk.mp.pickText("办什么事项", ITEM);
  await desk.mp.fill("例如 3 号窗口", "3 号窗口");
  await scan();
  await desk.mp.waitForText("可以");
  await desk.mp.waitForText(`今天可在本窗口办理${ITEM}`);
  await desk.mp.waitForText("周*");
  expect(await desk.mp.text()).not.toContain("周敏");
  await desk.mp.waitForText("B 类，市级和所在区县都可办");
});

step("another item is asked about without another scan", async () => {
  await desk.mp.tapText("换个事项");
  await desk.mp.tapText("体检", { within: "#sheet", partial: true });
  await desk.mp.tapText("换个事项", { within: "#sheet" });
  await desk.mp.waitFor({ text: "体检", partial: true });
  await desk.mp.tapText("再核一位");
  await desk.mp.pickText("办什么事项", ITEM);
});

step("the same code is refused a second time, with who used it", async () => {
  await scan();
  await desk.mp.waitForText("核不了");
  await desk.mp.waitForText("这个码刚刚用过一次。请等圆环走完换新码再扫。");
  await desk.mp.waitFor({ text: "09:00 在", partial: true });
  await desk.mp.tapText("再核一位");
});

step("the code of the day is typed when it cannot be scanned", async () => {
  wait(60);
  await desk.mp.type("#typed-code input", groupedDayCode(shownNow().code).toLowerCase());
  await desk.mp.tapText("核实这个码");
  await desk.mp.waitForText("可以");
  await desk.mp.tapText("再核一位");
});

step("without network the talent's code still opens and turns", async () => {
  talent.wx.setNetwork("none");
  talent = await reopen(talent, "talent-b", CODE);
  await talent.mp.waitForText("离线可用，");
  wait(3 * 3600);
  const turned = qrDataUri(shownNow().token);
  await until(async () => ((await talent.mp.attr(".dial-qr", "src")) === turned ? true : undefined));
});

step("a desk without network answers from its own keys, and not twice", async () => {
  desk.wx.setNetwork("none");
  await scan();
  await desk.mp.waitForText("可以");
  await desk.mp.waitForText("本机验签通过，码在 30 秒内有效");
  await desk.mp.waitForText("周*");
  await desk.mp.waitForText("1 次核实，联网后自动上传");
  expect(await CodeScanModel.countDocuments({ uploadedAt: { $exists: true } })).toBe(0);
  await desk.mp.tapText("再核一位");
  await scan();
  await desk.mp.waitForText("这个码刚在本机核过");
  await desk.mp.tapText("再核一位");
});

step("offline data older than 24 hours are refused", async () => {
  const before = server.clock.now();
  wait(25 * 3600);
  desk.wx.account.scanNext(shownAround(before));
  await desk.mp.tap("#scan-code");
  await desk.mp.waitForText("离线资料超过 24 小时");
  await desk.mp.tapText("再核一位");
  server.clock.moveTo(before);
});

/** A token of the minute after an earlier moment. */
function shownAround(at: Date): string {
  return tokenAt(keptBatch(), new Date(at.getTime() + 60_000))?.token ?? "";
}

step("back in the network the scan is handed in by itself", async () => {
  desk.wx.setNetwork("wifi");
  await desk.mp.waitForText("没有待上传");
  expect(await CodeScanModel.countDocuments({ uploadedAt: { $exists: true } })).toBe(1);
  await desk.mp.tapText("没有待上传");
  await desk.mp.waitForText("已上传");
  // Readings are written within half a second; the talent's list shows what was there when it was opened.
  await until(async () => ((await AccessEntryModel.exists({ what: "codeScanOffline" })) ? true : undefined));
});

step("the talent sees every check in their own list, the refused one too", async () => {
  talent.wx.setNetwork("wifi");
  talent = await reopen(talent, "talent-b", CODE);
  await talent.mp.tapText("谁看过我的信息");
  await talent.mp.waitForText("核实人才码（当时没有网络）");
  const text = await talent.mp.text();
  expect(text).toContain(`${ITEM} · 3 号窗口`);
  expect(text).toContain("有人出示您的码，没有通过");
  expect(text.split("核实人才码").length - 1).toBeGreaterThanOrEqual(4);
});

step("both phones were clean to the end", async () => {
  for (const { mp } of [talent, desk]) {
    expect(mp.problems()).toEqual([]);
    expect(mp.errors()).toEqual([]);
    await mp.close();
  }
});
