import { instantInShanghai } from "@talent/shared/calendar/dates";
import { CalendarModel } from "../../server/features/calendars/index";
import { NoticeModel } from "../../server/features/notices/index";
import { RequestModel, type RequestDocument } from "../../server/features/requests/index";
import { idOf } from "../../scripts/seed/ids";
import { createPhones, REQUEST_PAGE } from "../support/caseJourney";
import { startDemonstration } from "../support/demonstration";
import type { OpenPhone } from "../support/phones";
import { journey } from "../support/step";
import type { TestServer } from "../support/testServer";
import { until } from "../support/until";

const LIST = "packages/staff/calendars/list/index";
const IMPORT = "packages/staff/calendars/import/index";
const FILE = JSON.stringify({
  ...{ year: 2027, source: "关于2027年部分节假日安排的通知（样例）", sample: true },
  ...{ off: ["01-01..01-03", "02-05..02-11"], makeUpWork: ["01-30"] },
});

/** The demonstration data and two phones, on a busy computer. */
const SETUP_MS = 90_000;

const step = journey();
const phones = createPhones();
let server: TestServer;
let request: RequestDocument;
let talent: OpenPhone;
let administrator: OpenPhone;

beforeAll(async () => {
  server = await startDemonstration({ now: "2026-12-10T02:00:00.000Z" });
  const personas = ["talent-a", "talent-b", "talent-c", "talent-d", "talent-e"];
  const found = await RequestModel.findOne({
    talentId: { $in: personas.map((id) => idOf(id).toHexString()) },
    status: "handling",
    laneAt: {
      $gte: instantInShanghai("2027-01-01", "00:00"),
      $lt: instantInShanghai("2027-03-01", "00:00"),
    },
  })
    .sort({ laneAt: 1 })
    .lean<RequestDocument>();
  if (found === null) throw new Error("no persona has a case that is due in 2027");
  request = found;
  const persona = personas.find((id) => idOf(id).toHexString() === found.talentId) ?? "";
  const id = request._id.toHexString();
  talent = await phones.openAt(server, persona, "pages/home/index", REQUEST_PAGE, { id });
  administrator = await phones.openAt(server, "administrator", LIST, IMPORT, {});
}, SETUP_MS);
afterAll(async () => {
  await phones.abandon();
  await server.stop();
});

/** `2027年1月4日`, as a page of another year says it. */
function dayOf(at: Date): string {
  const [year = "", month = "", day = ""] = new Date(at.getTime() + 8 * 3_600_000)
    .toISOString()
    .slice(0, 10)
    .split("-");
  return `${year}年${Number(month)}月${Number(day)}日`;
}

step("the talent's date is computed from weekends, and says so", async () => {
  await talent.mp.waitFor({ text: dayOf(request.laneAt), partial: true });
});

step("a file with a mistake is refused with the day that is wrong", async () => {
  await administrator.mp.type("#calendar-text textarea", FILE.replace("01-30", "01-29"));
  await administrator.mp.tapText("看影响");
  await administrator.mp.waitForText("2027-01-29：调休上班日不是周末");
});

step(
  "the administrator sees every case whose date moves, with its days, before anything is written",
  async () => {
    await administrator.mp.type("#calendar-text textarea", FILE);
    await administrator.mp.tapText("看影响");
    await administrator.mp.waitForText("件的到期日要改");
    await administrator.mp.waitFor({ text: "替换“未公布，按周末推算”", partial: true });
    await administrator.mp.tap(".cd-move .tap");
    await administrator.mp.waitFor({ text: "放假，不计", partial: true });
    expect(await CalendarModel.countDocuments()).toBe(0);
    const same = await RequestModel.findById(request._id).lean<RequestDocument>();
    expect(same?.laneAt).toEqual(request.laneAt);
  },
);

step("put into force, the due times move by a job and the year counts as published", async () => {
  await administrator.mp.tap("#calendar-confirm");
  await administrator.mp.waitForRoute(LIST);
  await administrator.mp.waitForText("样例文件");
  await until(async () => {
    const now = await RequestModel.findById(request._id).lean<RequestDocument>();
    return now !== null && now.laneAt > request.laneAt ? true : undefined;
  }, 25_000);
});

step("the talent's page shows the new date and why, and a message says so once", async () => {
  const moved = await RequestModel.findById(request._id).lean<RequestDocument>();
  await phones.look(talent);
  await talent.mp.waitFor({ text: dayOf(moved?.laneAt ?? new Date()), partial: true });
  await talent.mp.waitFor({ text: "工作日日历更新", partial: true });
  await until(async () => {
    const told = { subjectId: request._id.toHexString(), type: "dueTimeMoved" as const };
    return (await NoticeModel.countDocuments(told)) === 2 ? true : undefined;
  });
});
