import { idOf } from "../../scripts/seed/ids";
import { PostModel } from "../../server/features/posts/index";
import { RequestModel } from "../../server/features/requests/index";
import { startDemonstration } from "../support/demonstration";
import { openPhone, signInOn, type OpenPhone } from "../support/phones";
import { journey } from "../support/step";
import { takeovers } from "../support/takeover";
import type { TestServer } from "../support/testServer";
import { until } from "../support/until";

const POST = idOf("post city-education-school").toHexString();

let server: TestServer;
let a: OpenPhone;
let b: OpenPhone;
let specialist: OpenPhone;
let number: string;
let moved: number;
const open: OpenPhone[] = [];
const step = journey();

beforeAll(async () => {
  server = await startDemonstration();
});
afterAll(async () => {
  for (const { mp } of open) await mp.abandon();
  await server.stop();
});

/** The phone of a persona, signed in, on the first page of their work. */
async function phoneOf(persona: string, landsOn: string): Promise<OpenPhone> {
  const phone = await openPhone(server, persona);
  open.push(phone);
  await signInOn(phone, landsOn);
  return phone;
}

/** A specialist's case, found by its number. */
async function findCase({ mp }: OpenPhone): Promise<void> {
  await mp.fill("编号、事项或单位", number);
  await mp.tapText("待转办");
  await mp.tapText(number);
  await mp.waitForRoute("packages/staff/case/index");
}

const atPost = (name: string) =>
  RequestModel.countDocuments({ postId: POST, laneKey: "active", "holder.name": name });

step("A cannot be away while B is, and is told the day and what can be done", async () => {
  a = await phoneOf("liaison-education", "packages/staff/desk/index");
  moved = await atPost("陈思");
  expect(moved).toBeGreaterThan(0);
  const { mp } = a;
  await mp.tapText("我的");
  await mp.waitForRoute("packages/staff/me/index");
  await mp.tapText("岗位与缺席");
  await mp.waitForRoute("packages/posts/plan/index");
  await mp.tapText("登记缺席");
  await mp.waitForRoute("packages/posts/absence/index");
  await mp.waitForText("基础教育岗");
  await mp.pickText("从", "2026-10-14");
  await mp.pickText("到", "2026-10-16");
  await mp.fill("例如：公务出差", "公务出差");
  await mp.tapText("登记缺席，由谭明代岗");
  await mp.waitForText("不能登记：10月15日（周四）会空岗");
  await mp.waitForText(
    "B角 谭明 10月15日（周四）已登记培训。两人同时缺席，当天基础教育岗无人签收（6.6.2 b）。",
  );
  await mp.tapText("请谭明调整缺席");
  await mp.waitForText("已请谭明调整，站内信已发出。");
});

step("an absence for today is entered, and the open cases go to B at once", async () => {
  const { mp } = a;
  await mp.pickText("从", "2026-10-09");
  await mp.pickText("到", "2026-10-10");
  await mp.tapText("登记缺席，由谭明代岗");
  await mp.waitForText("已登记：陈思10月9日（周五）至10月10日（周六）缺席。");
  expect([await atPost("陈思"), await atPost("谭明")]).toEqual([0, moved]);
});

step("the specialist sees who is on duty, and a new case goes to B by the rule", async () => {
  const request = await RequestModel.findOne({ status: "accepted", "applicant.category": "B" }).lean();
  if (request === null) throw new Error("no accepted case");
  number = request.number;
  const { token } = await server.signInAs("administrator");
  const body = {
    categories: ["B"],
    itemCode: request.item.code,
    postId: POST,
    activeFromOn: "2026-10-01",
    note: "B 类由市教委统一办",
  };
  expect((await server.call("POST", "/api/routing-rules", { token, body })).status).toBe(201);
  specialist = await phoneOf("municipal-specialist", "packages/staff/board/index");
  await findCase(specialist);
  const { mp } = specialist;
  await mp.tapText("转办并通知岗位");
  await mp.waitForText("基础教育岗，B 类由市教委统一办");
  await mp.tapText("转给 谭明（市教委）");
  await mp.waitForText("已转办，岗位已收到。");
});

step("B reads the list, says so, and signs the new case", async () => {
  b = await phoneOf("liaison-education-b", "packages/staff/desk/index");
  const { mp } = b;
  await mp.waitForText("待签收");
  await mp.tapText("我的");
  await mp.tapText("岗位与缺席");
  await mp.waitForRoute("packages/posts/plan/index");
  await mp.waitForText(`代陈思，在办 ${moved + 1} 件`);
  await mp.tapText("交接清单");
  await mp.waitForRoute("packages/posts/handovers/index");
  await mp.tapText("陈思 → 谭明", { partial: true });
  await mp.waitForText("陈思缺席，办件转给谭明");
  await mp.tapText("已知悉这份清单");
  await mp.waitForText("谭明 今天");
  const { _id } = (await RequestModel.findOne({ number }).lean()) ?? {};
  const id = _id?.toHexString() ?? "";
  await mp.close();
  b = await openPhone(server, "liaison-education-b", {
    phone: b.phone,
    start: "packages/staff/case/index",
    query: { id },
  });
  open.push(b);
  await b.mp.tapText("签收并开始办理");
  await b.mp.waitForText("已签收，可以开始办理。");
});

step("on the next working day A has everything again and reads the list of the return", async () => {
  const monday = new Date("2026-10-12T01:30:00Z");
  server.clock.moveTo(monday);
  await takeovers().run(monday);
  expect([await atPost("陈思"), await atPost("谭明")]).toEqual([moved + 1, 0]);
  const { mp } = a;
  await mp.hide();
  await mp.show();
  await mp.back();
  await mp.waitForRoute("packages/posts/plan/index");
  await mp.waitForText("今天没有人代岗。");
  await mp.tapText("交接清单");
  await mp.tapText("谭明 → 陈思", { partial: true });
  await mp.waitForText("谭明代岗结束，办件转回陈思");
  await mp.waitForText(number);
  await mp.tapText("已知悉这份清单");
  await mp.waitForText("陈思 今天");
  await mp.tapText(number, { partial: true });
  await mp.waitForRoute("packages/staff/case/index");
});

step("A returns the case, and the specialist sends it elsewhere with a reason", async () => {
  await a.mp.tapText("其他", { partial: true });
  await a.mp.tapText("退回转办");
  await a.mp.type("#staff-dialog textarea", "本人希望在区里办理");
  await a.mp.tapText("退回专员，说明原因", { within: "#staff-dialog" });
  await until(async () =>
    (await RequestModel.findOne({ number }).lean())?.status === "accepted" ? true : undefined,
  );
  const { mp } = specialist;
  await mp.hide();
  await mp.show();
  await mp.tapText("转办并通知岗位");
  await mp.waitForText("基础教育岗，B 类由市教委统一办");
  const districtCode = (await RequestModel.findOne({ number }).lean())?.applicant.districtCode;
  const centre = await PostModel.findOne({ districtCode, isDefault: true }).lean();
  const holder = centre?.holders.find(({ letter }) => letter === "A")?.name ?? "";
  const office = centre?.departmentName ?? "";
  await mp.tapText(`${holder} ${office}`);
  await mp.waitForText("先写为什么不按规则");
  await mp.fill("记入经过，申请人看不到", "按本人意愿在区里办");
  await mp.tapText(`转给 ${holder}（${office}）`);
  await mp.waitForText("已转办，岗位已收到。");
  const request = await RequestModel.findOne({ number }).lean();
  expect(request?.timeline.at(-1)).toMatchObject({
    type: "dispatched",
    overrideReason: "按本人意愿在区里办",
  });
});

step("all phones were clean to the end", async () => {
  for (const { mp } of [a, b, specialist]) {
    expect(mp.problems()).toEqual([]);
    expect(mp.errors()).toEqual([]);
    await mp.close();
  }
});
