import { ComplaintModel } from "../../server/features/complaints/index";
import { RequestModel } from "../../server/features/requests/index";
import { startDemonstration } from "../support/demonstration";
import { openNotice, openPhone, signInOn, type OpenPhone } from "../support/phones";
import { messageWith } from "../support/sandboxUser";
import { journey } from "../support/step";
import type { TestServer } from "../support/testServer";
import { until } from "../support/until";

const WRITE = "packages/me/complaint/index";
const STAFF_LIST = "packages/staff/complaints/index";
const STAFF_PAGE = "packages/staff/complaint/index";
const WORDS = "两次答复都说在协调，没有人告诉我协调到哪一步";

let server: TestServer;
let number = "";
let id = "";
/** The writer's phone, on which the sign-in stays. */
let writer: OpenPhone;
const open: OpenPhone[] = [];
const step = journey();

beforeAll(async () => {
  server = await startDemonstration();
});
afterAll(async () => {
  for (const { mp } of open) await mp.abandon();
  await server.stop();
});

const at = (instant: string) => server.clock.moveTo(new Date(instant));

/** Opens the phone of one of the staff at the list of complaints. */
async function atComplaints(persona: string, workplace: string): Promise<OpenPhone> {
  const phone = await openPhone(server, persona);
  open.push(phone);
  await signInOn(phone, workplace);
  await phone.mp.tapText("投诉建议", { within: ".tabbar" });
  await phone.mp.waitForRoute(STAFF_LIST);
  return phone;
}

/** Opens the letter from the list. */
async function openLetter({ mp }: OpenPhone): Promise<void> {
  await mp.waitForText(WORDS);
  await mp.tapText(WORDS, { partial: true });
  await mp.waitForRoute(STAFF_PAGE);
}

async function closeClean(phone: OpenPhone): Promise<void> {
  expect(phone.mp.problems()).toEqual([]);
  expect(phone.mp.errors()).toEqual([]);
  await phone.mp.close();
}

/** The writer's inbox once so many answers have arrived in it: a notice comes a moment after what it tells. */
function inboxWith(answers: number): Promise<OpenPhone> {
  return until(async () => {
    const phone = await openPhone(server, "talent-b", {
      phone: writer.phone,
      start: "packages/inbox/list/index",
    });
    await phone.mp.waitForText(`您的投诉（${number}）由`);
    const there = (await phone.mp.text()).split(`您的投诉（${number}）有了答复`).length - 1;
    if (there >= answers) return phone;
    await phone.mp.close();
    return undefined;
  });
}

/** Opens the letter from the inbox of its writer, where every answer arrives. */
async function readAnswer(answers: number): Promise<OpenPhone> {
  const phone = await inboxWith(answers);
  open.push(phone);
  await phone.mp.tapText(`您的投诉（${number}）有了答复`, { partial: true, nth: 0 });
  await phone.mp.waitForRoute("packages/me/complaint-detail/index");
  return phone;
}

step("the talent complains about the office that handles the request", async () => {
  const request = await RequestModel.findOne({ "item.code": "school", "applicant.maskedName": "周*" })
    .sort({ createdAt: -1 })
    .lean();
  writer = await openPhone(server, "talent-b");
  open.push(writer);
  const { mp } = writer;
  await signInOn(writer, "pages/home/index");
  await mp.tapText("我的");
  await mp.tapText("投诉建议");
  await mp.waitForRoute(WRITE);
  await mp.tapText("投诉");
  await mp.pickText("和哪件申请有关", `${request?.item.name.zh ?? ""} ${request?.number ?? ""}`);
  await mp.waitForText("您说到的人和单位看不到这封信，也不能处理它。");
  await mp.tapText("办理单位");
  await mp.type("textarea", WORDS);
  await mp.tapText("提交，等专员答复");
  await mp.waitForText("已收到，编号 TS26-");
  const letter = await ComplaintModel.findOne({ text: WORDS }).lean();
  number = letter?.number ?? "";
  id = letter?._id.toHexString() ?? "";
  expect(letter).toMatchObject({ about: "handling", request: { number: request?.number } });
  await mp.tapText(`投诉 ${number}`, { partial: true });
  await mp.waitForText("已经收到，服务专员受理后会告诉您什么时候答复。");
  expect(writer.wx.account.consentQuestions).toHaveLength(1);
  await closeClean(writer);
});

step("whom it is about finds nothing and opens nothing", async () => {
  const phone = await atComplaints("liaison-education", "packages/staff/desk/index");
  await phone.mp.waitForText("没有在办的投诉建议");
  await closeClean(phone);
  const direct = await openPhone(server, "liaison-education", {
    phone: phone.phone,
    start: STAFF_PAGE,
    query: { id },
  });
  open.push(direct);
  await direct.mp.waitForText("没能打开");
  expect(await direct.mp.text()).not.toContain(WORDS);
  await direct.mp.abandon();
});

step("a specialist accepts it, promises a day and gives it to a colleague", async () => {
  const phone = await atComplaints("municipal-specialist", "packages/staff/board/index");
  const { mp } = phone;
  await openLetter(phone);
  await mp.tapText("受理并承诺答复日期");
  await mp.tapText("3 天");
  await mp.tapText("受理，3 个工作日内答复");
  await mp.waitForText("10月13日（周二）前答复");
  await mp.tapText("安排人核查");
  await mp.fill("找姓名或单位", "郑凯");
  await mp.tapText("郑凯", { partial: true });
  await mp.tapText("交给郑凯核查");
  await mp.waitForText(`${number} 已安排核查，对方会收到通知。`);
  await closeClean(phone);
});

step("WeChat tells the writer by when the answer comes, and leads to the letter", async () => {
  const notice = await messageWith(server.sandboxUrl, "talent-b", "办理进度通知");
  const phone = await openNotice(server, "talent-b", notice.page, { phone: writer.phone });
  open.push(phone);
  await phone.mp.waitForText("10月13日（周二）前答复");
  expect(await phone.mp.text()).not.toContain("郑凯");
  await closeClean(phone);
});

step("the colleague notes what was found and answers", async () => {
  at("2026-10-12T02:00:00Z");
  const phone = await atComplaints("municipal-specialist-2", "packages/staff/board/index");
  const { mp } = phone;
  await mp.tapText("交给我的");
  await openLetter(phone);
  await mp.tapText("其他", { partial: true });
  await mp.tapText("记录核查情况");
  await mp.type("#staff-dialog textarea", "已调阅办件经过");
  await mp.tapText("记下核查情况");
  await mp.waitForText(`${number} 的核查情况已记下。`);
  await mp.tapText("答复写信人");
  await mp.tapText("部分属实");
  await mp.fill("查到的事实、为什么这样认定", "两次进展没有写明学校，是我们没说清楚。");
  await mp.fill("已经做了什么、以后怎么做", "今后每次进展写明联系了哪所学校、什么结果。");
  await mp.tapText("答复并通知写信人");
  await mp.waitForText(`${number} 已答复，写信人会收到通知。`);
  await closeClean(phone);
});

step("the talent reads the answer from the message and is not satisfied", async () => {
  const phone = await readAnswer(1);
  const { mp } = phone;
  await mp.waitForText("今后每次进展写明联系了哪所学校、什么结果。");
  expect(await mp.text()).not.toMatch(/郑凯|已调阅办件经过/);
  await mp.tapText("不满意");
  await mp.tapText("请换人复核");
  await mp.waitForText("请写下原因，复核的同志要看");
  await mp.type("#sheet textarea", "还是没有说现在到哪一步");
  await mp.tapText("请换人复核");
  await mp.waitForText("好的，会换人复核。");
  await mp.waitForText("换人复核");
  await closeClean(phone);
});

step("somebody else looks again: whoever had it before is not offered", async () => {
  const phone = await atComplaints("municipal-specialist", "packages/staff/board/index");
  const { mp } = phone;
  await openLetter(phone);
  await mp.tapText("安排人核查");
  await mp.fill("找姓名或单位", "郑凯");
  await mp.waitForText("没有找到。换个姓名或单位试试。");
  await mp.fill("找姓名或单位", "谢文");
  await mp.tapText("谢文", { partial: true });
  await mp.tapText("交给谢文核查");
  await mp.waitForText(`${number} 已安排核查，对方会收到通知。`);
  await closeClean(phone);
  const other = await atComplaints("liaison-hr", "packages/staff/desk/index");
  await openLetter(other);
  await other.mp.tapText("答复写信人");
  await other.mp.tapText("属实");
  await other.mp.fill("查到的事实、为什么这样认定", "现在在等两所学校回复学位，10 月 16 日前有结果。");
  await other.mp.fill("已经做了什么、以后怎么做", "10 月 16 日当天告诉您结果。");
  await other.mp.tapText("答复并通知写信人");
  await other.mp.waitForText(`${number} 已答复，写信人会收到通知。`);
  await closeClean(other);
});

step("the talent is satisfied, and it is closed", async () => {
  const phone = await readAnswer(2);
  await phone.mp.waitForText("10 月 16 日当天告诉您结果。");
  await phone.mp.tapText("满意，这件可以结了");
  await phone.mp.waitForText("谢谢，这件办结了。");
  await closeClean(phone);
  expect(await ComplaintModel.findById(id).lean()).toMatchObject({ status: "closed", round: 2 });
});
