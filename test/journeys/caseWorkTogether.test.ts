import { RequestModel } from "../../server/features/requests/index";
import { CASE_PAGE, createPhones, requestOf, type KnownRequest } from "../support/caseJourney";
import { startDemonstration } from "../support/demonstration";
import { openPhone, signInOn, type OpenPhone } from "../support/phones";
import { journey } from "../support/step";
import type { TestServer } from "../support/testServer";

const DESK = "packages/staff/desk/index";
const DIALOG = { within: "#staff-dialog" };

let server: TestServer;
let asked: KnownRequest;
let shared: KnownRequest;
let holder: OpenPhone;
let helper: OpenPhone;

const phones = createPhones();
const step = journey();

beforeAll(async () => {
  server = await startDemonstration();
  asked = await requestOf("talent-c", "title-review");
  shared = await requestOf("talent-a", "employment");
});
afterAll(async () => {
  await phones.abandon();
  await server.stop();
});

step(
  "a question of another department stands first at its desk, and is answered inside the case",
  async () => {
    helper = phones.keep(await openPhone(server, "liaison-education"));
    await signInOn(helper, DESK);
    const { mp } = helper;
    await mp.waitForText("等我处理");
    await mp.waitForText("征求意见待答复");
    await mp.tapText(asked.number, { partial: true });
    await mp.waitForRoute(CASE_PAGE);
    await mp.waitForText("由您答复");
    await mp.tapText("答复并通知承办人");
    await mp.type("#staff-dialog textarea", "可以认定，依据市教委任职文件");
    await mp.tapText("答复并通知承办人", DIALOG);
    await mp.waitForText("已答复，承办人看得到。");
    await mp.back();
    await mp.waitForRoute(DESK);
    expect(await mp.text()).not.toContain("征求意见待答复");
  },
);

step("who asked reads the answer, and asks again elsewhere while the clock runs", async () => {
  const query = { id: asked.id, from: "desk" };
  holder = await phones.openAt(server, "liaison-hr", DESK, CASE_PAGE, query);
  const { mp } = holder;
  await mp.waitForText("可以认定，依据市教委任职文件");
  await mp.tapText("其他", { partial: true });
  await mp.tapText("征求其他单位意见");
  await mp.waitFor({ text: "先选一个岗位", ...DIALOG });
  await mp.fill("按部门、岗位或姓名查找", "市公安局");
  await mp.tapText("市公安局", { partial: true, nth: 0, ...DIALOG });
  await mp.type("#staff-dialog textarea", "请确认落户日期");
  await mp.tapText("发给 市公安局，计时不停");
  await mp.waitForText("已发出，对方已收到通知；计时不停。");
});

step("a sub-task is signed and reported by the post that has it", async () => {
  const query = { id: shared.id, from: "desk" };
  helper = await phones.openAt(server, "liaison-police", DESK, CASE_PAGE, query);
  const { mp } = helper;
  await mp.waitForText("协办任务");
  if (await mp.sees("签收协办任务")) await mp.tapText("签收协办任务");
  await mp.tapText("反馈结果并通知承办人");
  await mp.type("#staff-dialog textarea", "居住证明已开，编号示例 0912");
  await mp.tapText("反馈结果并通知承办人", DIALOG);
  await mp.waitForText("已反馈结果，承办人看得到。");
});

step("an answer that only passes it on is warned of before closing, and mended", async () => {
  const query = { id: shared.id, from: "desk" };
  holder = await phones.openAt(server, "liaison-hr", DESK, CASE_PAGE, query);
  const { mp } = holder;
  await mp.waitForText("居住证明已开，编号示例 0912");
  const { points } = (await RequestModel.findById(shared.id).lean()) ?? { points: [] };
  for (const index of points.keys()) {
    await mp.tapText("已办", { within: `#point-${index}` });
    await mp.type(`#point-${index} textarea`, "已转相关部门处理");
  }
  await mp.tapText("办结并告知结果");
  await mp.waitForText("只说已转有关部门，没有说结果、单位和电话");
  await mp.waitFor({ text: "先改答复，或确认仍按现在的答复", ...DIALOG });
  await mp.tapText("回去改");
  for (const [index, { text }] of points.entries())
    await mp.type(`#point-${index} textarea`, `${text}：已由示例研究院录用，11月2日报到，联系 023-0000 1203`);
  await mp.tapText("办结并告知结果");
  await mp.waitFor(async () => !(await mp.text("#staff-dialog")).includes("正在检查答复"));
  if (await mp.sees("我看过了，仍按现在的答复办结")) await mp.tap("#stand-by-answers");
  if ((await mp.text("#staff-dialog")).includes("没有结果"))
    await mp.fill("记入经过，督办人看得到", "另一岗位的材料已当面取得");
  await mp.tapText("办结并告知结果", DIALOG);
  await mp.waitForText("已办结，申请人已收到结果。");
  expect((await RequestModel.findById(shared.id).lean())?.solved).toBe(true);
});

step("all phones were clean to the end", async () => {
  await Promise.resolve();
  expect(phones.problems()).toEqual([]);
});
