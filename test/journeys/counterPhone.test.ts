import { TicketModel } from "../../server/features/counters/index";
import { addHall, hallCalls, type TestHall } from "../support/hall";
import { openPhone, signInOn, type OpenPhone } from "../support/phones";
import { journey } from "../support/step";
import { startTestServer, type TestServer } from "../support/testServer";
import { until } from "../support/until";
import { createWorld, type World } from "../support/world";

/** What the other side did shows within one turn of polling. */
const POLLED_MS = 8_000;

let server: TestServer;
let world: World;
let hall: TestHall;
let calls: ReturnType<typeof hallCalls>;
let itemNames: { A: string; B: string };
let talent: OpenPhone;
let staff: OpenPhone;

const step = journey();
const at = (instant: string) => server.clock.moveTo(new Date(instant));

/** Both sides see what the clock and the other one did as soon as the page is shown again. */
async function lookAgain({ mp }: OpenPhone): Promise<void> {
  await mp.hide();
  await mp.show();
}

beforeAll(async () => {
  server = await startTestServer({ now: "2026-10-09T01:10:00.000Z", roles: "web" });
  world = await createWorld(server);
  hall = await addHall({ slots: { minutes: 30, perSlot: 1, perDay: 10 } });
  calls = hallCalls(server, hall);
  const { body } = await server.call("GET", "/api/items");
  const items = (body as { items: { id: string; name: { zh: string } }[] }).items;
  const named = (id: string) => items.find((item) => item.id === id)?.name.zh ?? "";
  itemNames = { A: named(hall.items.A), B: named(hall.items.B) };
});
afterAll(async () => {
  await talent?.mp.abandon();
  await staff?.mp.abandon();
  await server.stop();
});

step("the specialist sits down at a window on the phone", async () => {
  staff = await openPhone(server, "municipal-specialist");
  await signInOn(staff, "packages/staff/board/index");
  await staff.mp.tapText("叫号");
  await staff.mp.waitForRoute("packages/counter/calling/index");
  await staff.mp.tapText("坐到 3 号窗口");
  await staff.mp.waitForText("3 号窗口叫号");
  await staff.mp.waitForText("没有人可叫");
});

step("the checks before opening are ticked and signed, a fault with its words", async () => {
  const { mp } = staff;
  await mp.tapText("去检查");
  await mp.waitForRoute("packages/counter/checklist/index");
  await mp.waitForText("还有 2 项没有检查");
  await mp.tapText("正常", { within: "#check-equipment" });
  await mp.waitForText("还有 1 项没有检查");
  await mp.tapText("有故障", { within: "#check-caller" });
  await mp.type("#check-caller textarea", "叫号器没有声音，已报修");
  await mp.tapText("记下故障");
  await mp.tapText("全部检查完，签名");
  await mp.waitFor({ text: "李海燕已签名", partial: true });
  await mp.tap(".nav-back");
  await mp.waitForRoute("packages/counter/calling/index");
  await until(async () => ((await mp.sees("去检查")) ? undefined : true));
});

step("a talent takes a number on the phone and sees the place in the line", async () => {
  await calls.takeFor(world.municipal2);
  await calls.takeFor(world.municipal2);
  talent = await openPhone(server, "talent-b");
  await signInOn(talent, "pages/home/index");
  const { mp } = talent;
  await mp.tapText("我的");
  await mp.tapText("现场取号和预约");
  await mp.waitForRoute("packages/queue/visit/index");
  await mp.tapText("取号或预约");
  await mp.pickText("办什么", itemNames.A);
  await mp.waitForText("市人才服务大厅（示例）");
  await mp.tapText("现在取号");
  await mp.waitForRoute("packages/queue/ticket/index");
  await mp.waitForText("A003");
  expect(await mp.text()).toMatch(/前面还有\s*2\s*人/);
  expect(talent.wx.account.consentQuestions).toHaveLength(1);
});

step("the line moves, and the phone says to which window to go", async () => {
  const { mp } = staff;
  await mp.waitForText("叫 A001", POLLED_MS);
  await mp.tapText("叫 A001");
  await mp.tapText("人到了，开始办理");
  await mp.tapText("办结，叫 A002");
  await mp.waitForText("A002");
  await mp.tapText("过号", { within: ".ct-dock" });
  await mp.waitForText("过号 1 次，可重新插入");
  await mp.tapText("叫 A003");
  await mp.waitForText("人到了，开始办理");
  await talent.mp.waitForText("请到 3 号窗口", POLLED_MS);
});

step("who misses the call is put back and served", async () => {
  const { mp } = staff;
  await mp.tapText("过号", { within: ".ct-dock" });
  await talent.mp.waitForText("已过号", POLLED_MS);
  await mp.tap('[aria-label="插回 A003"]');
  await mp.tapText("叫 A003");
  await mp.tapText("人到了，开始办理");
  await mp.tapText("办结");
  await talent.mp.waitForText("已办完，谢谢您", POLLED_MS);
  const ticket = await TicketModel.findOne({ number: "A003" }).lean();
  expect(ticket).toMatchObject({ status: "done", skips: 1 });
});

step("an appointment is booked, and moved to another time", async () => {
  const { mp } = talent;
  await mp.tap(".nav-back");
  await mp.waitForRoute("packages/queue/visit/index");
  await mp.tapText("取号或预约");
  await mp.pickText("办什么", itemNames.B);
  await mp.tapText("预约时间");
  await mp.waitForRoute("packages/queue/book/index");
  await mp.tapText("10:30");
  await mp.tapText("预约 10月9日（周五）10:30");
  await mp.waitForText("已预约 10月9日（周五）10:30，前一个工作日会提醒您。");
  await mp.tapText("改时间");
  await mp.tapText("10:00");
  await mp.tapText("改到 10月9日（周五）10:00");
  await mp.waitForText("10月9日（周五）10:00–10:30");
});

step("after check-in it is called before those who took a number earlier", async () => {
  await calls.takeFor(world.municipal2, hall.items.B);
  at("2026-10-09T01:35:00.000Z");
  await lookAgain(talent);
  await talent.mp.tapText("签到取号");
  await talent.mp.waitForRoute("packages/queue/ticket/index");
  await talent.mp.waitForText("B002");
  await lookAgain(staff);
  await staff.mp.waitForText("叫 B002", POLLED_MS);
  await staff.mp.tapText("叫 B002");
  await talent.mp.waitForText("请到 3 号窗口", POLLED_MS);
});

step("both phones were clean to the end", async () => {
  for (const { mp } of [talent, staff]) {
    expect(mp.problems()).toEqual([]);
    expect(mp.errors()).toEqual([]);
    await mp.close();
  }
});
