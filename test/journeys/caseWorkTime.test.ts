import { CASE_PAGE, createPhones, requestOf, REQUEST_PAGE, type KnownRequest } from "../support/caseJourney";
import { startDemonstration } from "../support/demonstration";
import type { OpenPhone } from "../support/phones";
import { journey } from "../support/step";
import type { TestServer } from "../support/testServer";

const DESK = "packages/staff/desk/index";
const BOARD = "packages/staff/board/index";
const DIALOG = { within: "#staff-dialog" };

let server: TestServer;
let request: KnownRequest;
let liaison: OpenPhone;
let specialist: OpenPhone;
let talent: OpenPhone;

const phones = createPhones();
const step = journey();

beforeAll(async () => {
  server = await startDemonstration();
  request = await requestOf("talent-c", "title-review");
});
afterAll(async () => {
  await phones.abandon();
  await server.stop();
});

const dueOn = async () => {
  const shown = /(\d+)月\s?(\d+)日（周.）/.exec(await talent.mp.text(".promise"));
  return shown?.[0];
};

step("the handler asks for more time and reads the day it would lead to", async () => {
  const query = { id: request.id, from: "desk" };
  liaison = await phones.openAt(server, "liaison-hr", DESK, CASE_PAGE, query);
  const { mp } = liaison;
  await mp.waitForText(request.number);
  await mp.tapText("其他", { partial: true });
  await mp.tapText("申请延期");
  await mp.waitFor({ text: "先写延期的原因", ...DIALOG });
  expect(await mp.text("#staff-dialog")).toMatch(/延期后 \d+月\d+日（周.）到期/);
  await mp.type("#staff-dialog textarea", "等原单位回函，预计一周内收到");
  await mp.tapText("申请延期 5 个工作日");
  await mp.waitForText("已申请延期，等专员决定；在此之前时限照算。");
});

step("the specialist finds it among what waits and approves", async () => {
  talent = await phones.openAt(server, "talent-c", "pages/home/index", REQUEST_PAGE, { id: request.id });
  await talent.mp.waitForText("还剩");
  const before = await dueOn();
  const query = { id: request.id, from: "board" };
  specialist = await phones.openAt(server, "municipal-specialist", BOARD, CASE_PAGE, query);
  const { mp } = specialist;
  await mp.waitForText("延期待审");
  await mp.tapText("同意延期并告知申请人");
  await mp.waitFor({ text: "等原单位回函，预计一周内收到", ...DIALOG });
  await mp.tapText("同意延期到", { partial: true, ...DIALOG });
  await mp.waitForText("已同意延期，申请人已收到通知。");

  await phones.look(talent);
  await talent.mp.waitForText("办理时限延长 5 个工作日");
  await talent.mp.waitForText("等原单位回函，预计一周内收到");
  expect(await dueOn()).not.toBe(before);
});

step("the talent urges once the time has come, and the handler promises a day", async () => {
  expect(await talent.mp.text(".actions")).toContain("起可催");
  server.clock.moveTo(new Date("2026-10-29T02:00:00Z"));
  await phones.look(talent);
  await talent.mp.tap("#urge");
  await talent.mp.waitForText("承办人会立即收到提醒，并须答复您一个日期。");
  await talent.mp.tap("#confirm-action");
  await talent.mp.waitForText("已催办，等答复");

  await phones.look(liaison);
  const { mp } = liaison;
  await mp.tapText("答复催办，承诺日期");
  await mp.pickText("承诺哪天办结", "2026-11-02");
  await mp.type("#staff-dialog textarea", "回函已在路上，收到当天办结");
  await mp.tapText("答复并承诺 11月2日（周一）前");
  await mp.waitForText("已答复催办，申请人看得到承诺的日期。");
  await mp.waitForText("承诺 11月2日（周一）前");

  await phones.look(talent);
  await talent.mp.waitForText("承诺 11月2日（周一）前办结");
  await talent.mp.waitForText("回函已在路上，收到当天办结");
});

step("a promise that passes undone is seen, and the case is put under supervision", async () => {
  server.clock.moveTo(new Date("2026-11-03T02:00:00Z"));
  await phones.look(talent);
  await talent.mp.waitForText("承诺 11月2日（周一）前办结，没有兑现");
  await phones.look(specialist);
  const { mp } = specialist;
  await mp.waitForText("承诺 11月2日（周一）前，没有兑现");
  await mp.tapText("其他", { partial: true });
  await mp.tapText("督办", { within: "#sheet" });
  await mp.type("#staff-dialog textarea", "说明为何没有兑现，并报办结日期");
  await mp.tapText("督办，限 2 个工作日答复");
  await mp.waitForText("已发起督办，承办人已收到通知。");
  await mp.waitForText("督办中");

  await phones.look(liaison);
  await liaison.mp.tapText("答复督办");
  await liaison.mp.waitFor({ text: "说明为何没有兑现，并报办结日期", ...DIALOG });
  await liaison.mp.type("#staff-dialog textarea", "回函昨天到，今天下班前办结");
  await liaison.mp.tapText("答复督办", { within: ".dg-ok" });
  await liaison.mp.waitForText("已答复督办。");

  await phones.look(specialist);
  await mp.tapText("其他", { partial: true });
  await mp.tapText("结束督办", { within: "#sheet" });
  await mp.waitFor({ text: "回函昨天到，今天下班前办结", ...DIALOG });
  await mp.tapText("结束督办", { within: ".dg-ok" });
  await mp.waitForText("督办已结束。");
  expect(await mp.text()).not.toContain("督办中");
  await phones.look(talent);
  expect(await talent.mp.text()).not.toContain("说明为何没有兑现");
});

step("all phones were clean to the end", async () => {
  await Promise.resolve();
  expect(phones.problems()).toEqual([]);
});
