import { instantInShanghai } from "@talent/shared/calendar/dates";
import { NoticeModel } from "../../server/features/notices/index";
import { RequestModel, type RequestDocument } from "../../server/features/requests/index";
import { idOf } from "../../scripts/seed/ids";
import { createPhones, REQUEST_PAGE, requestOf, type KnownRequest } from "../support/caseJourney";
import { startDemonstration } from "../support/demonstration";
import type { OpenPhone } from "../support/phones";
import { answerConsent, messagesOf, templateTitles } from "../support/sandboxUser";
import { journey } from "../support/step";
import type { TestServer } from "../support/testServer";
import { until } from "../support/until";

/** Due at 17:30 of Friday 13 November 2026; 陈思 has it, 李海燕 accepted it. */
const ITEM = "school";
const WARNING = "时限预警通知";
const PROGRESS = "办理进度通知";

/** The demonstration data and two phones, on a busy computer. */
const SETUP_MS = 90_000;

const step = journey();
const phones = createPhones();
let server: TestServer;
let known: KnownRequest;
let talent: OpenPhone;

beforeAll(async () => {
  server = await startDemonstration();
  known = await requestOf("talent-c", ITEM, "reopened");
  // The talent's other cases would run late in the meantime too, and use the one grant for their apologies.
  await RequestModel.deleteMany({ talentId: idOf("talent-c").toHexString(), number: { $ne: known.number } });
  const titles = await templateTitles(server.sandboxUrl);
  const ids = (title: string) => [...titles].filter(([, name]) => name === title).map(([id]) => id);
  await server.signInAs("liaison-education");
  await server.signInAs("municipal-specialist");
  talent = await phones.openAt(server, "talent-c", "pages/home/index", REQUEST_PAGE, { id: known.id });
  await answerConsent(server.sandboxUrl, "liaison-education", ids(WARNING));
  await answerConsent(server.sandboxUrl, "municipal-specialist", ids(WARNING));
  await answerConsent(server.sandboxUrl, "talent-c", ids(PROGRESS));
}, SETUP_MS);
afterAll(async () => {
  await phones.abandon();
  await server.stop();
});

/** Moves the clock as an operator does, and gives the jobs their time. */
async function clockTo(text: string): Promise<void> {
  const now = instantInShanghai(text.slice(0, 10), text.slice(11)).toISOString();
  expect((await server.call("PUT", "/api/try-out/clock", { body: { now } })).status).toBe(200);
}

async function stored(): Promise<RequestDocument | null> {
  return RequestModel.findById(known.id).lean<RequestDocument>();
}

/** Times that something happened to the case in the journey: what the demonstration tells of it came before. */
async function times(type: string): Promise<number> {
  const since = instantInShanghai("2026-11-01", "00:00");
  return (await stored())?.timeline.filter((event) => event.type === type && event.at > since).length ?? 0;
}

function happened(type: string): Promise<true> {
  return until(async () => ((await times(type)) > 0 ? true : undefined), 20_000);
}

/** Service notices of this template about this case. */
async function told(persona: string, title: string): Promise<string[]> {
  const messages = await messagesOf(server.sandboxUrl, persona);
  const values = messages.filter((message) => message.title === title).map((message) => message.values);
  return values
    .filter((each) => each.some(({ value }) => value === known.number))
    .map((each) => each.map(({ value }) => value).join(" "));
}

const waitingRows = () => NoticeModel.countDocuments({ subjectId: known.id, notBefore: { $exists: true } });

step("at four fifths of the limit the holder is reminded by WeChat, in working hours", async () => {
  await clockTo("2026-11-05 09:30");
  await happened("limitNear");
  const [message] = await until(async () => {
    const messages = await told("liaison-education", WARNING);
    return messages.length > 0 ? messages : undefined;
  });
  expect(message).toContain("临期");
});

step("on Friday evening the limit passes: the case says so, and nobody is told at night", async () => {
  await clockTo("2026-11-13 17:31");
  await happened("limitPassed");
  await until(async () => ((await waitingRows()) === 3 ? true : undefined));
  await phones.look(talent);
  await talent.mp.waitForText("超过时限，已致歉并上报上一级");
  expect(await told("talent-c", PROGRESS)).toEqual([]);
  expect(await told("liaison-education", WARNING)).toHaveLength(1);
});

step("nor on Saturday", async () => {
  await clockTo("2026-11-14 10:00");
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(await waitingRows()).toBe(3);
  expect(await told("talent-c", PROGRESS)).toEqual([]);
});

step("on Monday morning the talent, the holder and the next level are told, each once", async () => {
  await clockTo("2026-11-16 09:00");
  const [apology] = await until(async () => {
    const messages = await told("talent-c", PROGRESS);
    return messages.length > 0 ? messages : undefined;
  }, 20_000);
  expect(apology).toContain("办理晚了");
  await until(async () => ((await told("municipal-specialist", WARNING)).length === 1 ? true : undefined));
  expect((await told("liaison-education", WARNING)).filter((text) => text.includes("已超期"))).toHaveLength(
    1,
  );
  const rows = await NoticeModel.find({ subjectId: known.id, type: /Delayed|caseOverdue/ }).lean();
  expect(rows.map(({ type }) => type).sort()).toEqual(["caseOverdue", "caseOverdue", "requestDelayed"]);
});

step("the talent reads the apology, who has the case and what happens next", async () => {
  const inbox = await phones.openAt(server, "talent-c", "pages/home/index", "packages/inbox/list/index", {});
  await inbox.mp.waitForText("办理晚了，向您致歉");
  await inbox.mp.waitFor({ text: "市教委还在办", partial: true });
  await inbox.mp.waitFor({ text: "11月17日（周二）还没办结，再上报一级", partial: true });
});

step("two working days later it goes one level higher, once, and again only in the morning", async () => {
  await clockTo("2026-11-17 17:31");
  await happened("escalated");
  await clockTo("2026-11-18 09:00");
  await until(
    async () => ((await told("municipal-specialist", WARNING)).length === 2 ? true : undefined),
    20_000,
  );
  const rows = await NoticeModel.find({ subjectId: known.id, type: "caseStillOverdue" }).lean();
  const recipients = rows.map(({ recipientId }) => recipientId);
  expect(new Set(recipients).size).toBe(recipients.length);
  expect(await times("escalated")).toBe(1);
});
