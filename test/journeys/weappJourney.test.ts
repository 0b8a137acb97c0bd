import { RequestModel } from "../../server/features/requests/index";
import { startDemonstration } from "../support/demonstration";
import { writeChosenFiles, type ChosenFiles } from "../support/chosenFiles";
import { openNotice, openPhone, signInOn, type OpenPhone } from "../support/phones";
import { messagesOf, messageWith } from "../support/sandboxUser";
import { journey } from "../support/step";
import type { TestServer } from "../support/testServer";

const FORM = "packages/requests/form/index";
const PROCESSING = "同意把这次申请的信息和材料交给办理单位，只用于办理本件";
const GUARDIAN = "我是孩子的监护人，同意使用孩子的信息办理本件";

let server: TestServer;
let files: ChosenFiles;
let talent: OpenPhone;
let specialist: OpenPhone;
let liaison: OpenPhone;
let number: string;
const open: OpenPhone[] = [];

const step = journey();

beforeAll(async () => {
  server = await startDemonstration();
  files = await writeChosenFiles();
});
afterAll(async () => {
  for (const { mp } of open) await mp.abandon();
  await server.stop();
});

const at = (instant: string) => server.clock.moveTo(new Date(instant));

function keep(phone: OpenPhone): OpenPhone {
  open.push(phone);
  return phone;
}

/** Closes the mini-program, which must have been clean to the end. */
async function closeClean({ mp }: OpenPhone): Promise<void> {
  expect(mp.problems()).toEqual([]);
  expect(mp.errors()).toEqual([]);
  await mp.close();
}

async function findItem({ mp }: OpenPhone): Promise<void> {
  await mp.tapText("服务");
  await mp.waitForRoute("pages/services/index");
  await mp.tapText("子女入学");
  await mp.waitForText("办理条件");
  await mp.tapText("开始申请");
  await mp.waitForRoute(FORM);
}

/** Uploads a file for a material and answers what the row read while it was on its way. */
async function upload(phone: OpenPhone, material: string, from: string, file: string): Promise<string[]> {
  const row = `#material-${material}`;
  phone.wx.files.chooseNext(file);
  await phone.mp.tapText("上传", { within: row });
  let over = false;
  const sent = phone.mp.tapText(from).finally(() => (over = true));
  const seen = new Set<string>();
  while (!over) {
    seen.add(await phone.mp.text(row));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await sent;
  await phone.mp.waitFor({ text: "删除", within: row });
  return [...seen];
}

step("the talent signs in, reads the guide and begins a request", async () => {
  talent = keep(await openPhone(server, "talent-b"));
  await signInOn(talent, "pages/home/index");
  await talent.mp.waitForText("出示人才码");
  await findItem(talent);
  await talent.mp.tapText("沈**，8 岁", { partial: true });
  await talent.mp.tapText("下一步，写明诉求");
  await talent.mp.type("#point-0 textarea", "落实 2027 年春季学期转学学位");
  await talent.mp.pickText("希望入学的区县", "渝北区");
  await talent.mp.pickText("年级", "小学二至六年级");
  await talent.mp.pickText("希望入学日期", "2027-02-20");
  await talent.mp.tapText("下一步，交材料");
});

step("a 4 MB photo and a PDF are uploaded with progress", async () => {
  const seen = await upload(talent, "identity", "拍照或从相册选", files.photo.path);
  expect(seen.some((text) => /MB \/ 4\.\d MB.*\d+%/.test(text))).toBe(true);
  await upload(talent, "residence", "从微信聊天里选文件", files.pdf.path);
  expect(await talent.mp.text("#material-residence")).toContain("proof.pdf");
  await talent.mp.tapText("下一步，核对并提交");
  expect(await talent.mp.text()).toContain("请上传出生医学证明或户口簿子女页");
});

step("the draft with its files outlives closing the app", async () => {
  await closeClean(talent);
  talent = keep(await openPhone(server, "talent-b", { phone: talent.phone }));
  await findItem(talent);
  await talent.mp.waitForText("第 3 步，共 4 步");
  await talent.mp.waitForText("proof.pdf");
  expect(await talent.mp.text("#material-identity")).toMatch(/4\.\d MB/);
  await upload(talent, "birth", "拍照或从相册选", files.small.path);
});

step("consent to messages is asked in the tap that submits", async () => {
  await talent.mp.tapText("下一步，核对并提交");
  await talent.mp.tapText(PROCESSING);
  await talent.mp.tapText(GUARDIAN);
  await talent.mp.tapText("提交申请");
  await talent.mp.waitForRoute("packages/requests/detail/index");
  await talent.mp.waitForText("已提交。受理、办理、办结都会告诉您。");
  expect(talent.wx.account.consentQuestions).toHaveLength(1);
  expect(talent.wx.account.consentQuestions[0]).toHaveLength(3);
  const request = await RequestModel.findOne({ status: "submitted" }).sort({ submittedAt: -1 }).lean();
  number = request?.number ?? "";
  expect(await talent.mp.text()).toContain(number);
  expect(Object.keys(talent.phone.storage).filter((key) => key.includes("draft:request"))).toEqual([]);
});

step("the specialist accepts and tells everything that is missing", async () => {
  specialist = keep(await openPhone(server, "municipal-specialist"));
  await signInOn(specialist, "packages/staff/board/index");
  const { mp } = specialist;
  await mp.fill("编号、事项或单位", number);
  await mp.tapText(number);
  await mp.waitForRoute("packages/staff/case/index");
  at("2026-10-09T02:00:00Z");
  await mp.tapText("受理申请并开始计时");
  await mp.waitForText("已受理，办理时限开始计时。");

  at("2026-10-12T02:00:00Z");
  await mp.tapText("其他", { partial: true });
  await mp.tapText("一次性告知补正");
  await mp.tapText("原就读学校学籍证明", { within: "#staff-dialog" });
  await mp.tapText("告知 1 项并停止计时");
  await mp.waitForText("已一次告知，计时停止。");
});

step(
  "the service notice leads the talent to what is missing, and the answer restarts the clock",
  async () => {
    await closeClean(talent);
    const notice = await messageWith(server.sandboxUrl, "talent-b", "补正材料通知");
    at("2026-10-14T09:00:00Z");
    talent = keep(await openNotice(server, "talent-b", notice.page, { phone: talent.phone }));
    await talent.mp.waitForText("还缺 1 份材料");
    await upload(talent, "schoolRecord", "从微信聊天里选文件", files.pdf.path);
    await talent.mp.tapText("提交补正，恢复计时");
    await talent.mp.waitForRoute("packages/requests/detail/index");
    await talent.mp.waitForText("11月24日");
    expect(talent.wx.account.consentQuestions).toHaveLength(1);
  },
);

step("the specialist dispatches, the liaison signs, notes progress and completes", async () => {
  at("2026-10-15T02:00:00Z");
  await specialist.mp.hide();
  await specialist.mp.show();
  await specialist.mp.tapText("转办并通知岗位");
  await specialist.mp.waitForText("蒋丽 渝北区教委建议");
  await specialist.mp.tapText("陈思 市教委");
  await specialist.mp.tapText("转给 陈思（市教委）");
  await specialist.mp.waitForText("已转办，岗位已收到。");

  at("2026-10-16T02:00:00Z");
  liaison = keep(await openPhone(server, "liaison-education"));
  await signInOn(liaison, "packages/staff/desk/index");
  const { mp } = liaison;
  await mp.waitForText("待签收");
  await mp.tapText("周* B类 渝北区", { nth: 1 });
  await mp.waitForText(number);
  await mp.tapText("签收并开始办理");
  await mp.waitForText("已签收，可以开始办理。");
  await mp.tapText("记录进展并告知申请人");
  await mp.type("#staff-dialog textarea", "两所学校已回复有学位");
  await mp.tapText("记录进展并告知申请人", { within: "#staff-dialog" });
  await mp.waitForText("已记录，申请人看得到。");

  at("2026-10-21T06:00:00Z");
  await mp.tapText("已办", { within: "#point-0" });
  await mp.fill("写明办成了什么、怎么用", "渝北区实验小学，2 月 20 日报到");
  await mp.tapText("办结并告知结果");
  await mp.tapText("办结并告知结果", { within: "#staff-dialog" });
  await mp.waitForText("已办结，申请人已收到结果。");
});

step("the talent is told in WeChat, reads the result, sees how the days add up and rates", async () => {
  await closeClean(talent);
  const notice = await messageWith(server.sandboxUrl, "talent-b", "办结通知");
  talent = keep(await openNotice(server, "talent-b", notice.page, { phone: talent.phone }));
  const { mp } = talent;
  await mp.waitForText("10月10日（周六）调休上班，计第 1 天");
  await mp.waitForText("等您补材料，停 3 个工作日");
  expect(await mp.text()).not.toContain("11月24日");
  await mp.tapText("看结果，评价");
  await mp.waitForText("渝北区实验小学，2 月 20 日报到");
  await mp.waitForText("用了 6 个工作日");
  await mp.tapText("非常满意");
  await mp.tapText("办得快");
  await mp.tapText("提交评价");
  await mp.waitForText("您的评价");
  const titles = (await messagesOf(server.sandboxUrl, "talent-b")).map(({ title }) => title);
  expect(new Set(titles)).toEqual(
    new Set(["办件受理通知", "补正材料通知", "办理进度通知", "办结通知", "服务评价提醒"]),
  );
  const request = await RequestModel.findOne({ number }).lean();
  expect(request?.rating).toMatchObject({ level: "verySatisfied", tags: ["fast"] });
});

step("without network the last state stands there with its time", async () => {
  const { phone } = talent;
  const start = "packages/requests/detail/index";
  const request = await RequestModel.findOne({ number }).lean();
  const query = { id: request?._id.toHexString() ?? "" };
  await closeClean(talent);
  talent = keep(
    await openPhone(server, "talent-b", { phone, start, query, device: { networkType: "none" } }),
  );
  await talent.mp.waitForText("没有网络，看到的是上次的内容");
  await talent.mp.waitForText("上次更新 ");
  expect(await talent.mp.text()).toContain(number);
});

step("all three phones were clean to the end", async () => {
  for (const phone of [talent, specialist, liaison]) await closeClean(phone);
});
