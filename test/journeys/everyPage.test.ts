import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { ComplaintModel } from "../../server/features/complaints/index";
import { CycleModel } from "../../server/features/cycles/index";
import { ItemModel } from "../../server/features/catalogue/index";
import { HandoverModel } from "../../server/features/posts/index";
import { RequestModel } from "../../server/features/requests/index";
import { idOf } from "../../scripts/seed/ids";
import { inChromium, picturePath } from "../support/browser";
import { builtMiniapp } from "../support/builtMiniapp";
import { startDemonstrationWeb } from "../support/demonstration";
import { graveFindings, overflowing } from "../support/pageChecks";
import type { TestServer } from "../support/testServer";
import { visitHall, type HallVisit } from "../support/hallVisit";
import { takeovers } from "../support/takeover";
import { openAs, watchTraffic, type Traffic } from "../support/visit";
import { SCREENS, type Screen } from "../support/webPage";
import { launchBrowser } from "../weapp/host";

/** Pages as the mini-program declares them. */
function declaredPages(): string[] {
  const app = JSON.parse(readFileSync(join(builtMiniapp("weapp"), "app.json"), "utf8")) as {
    pages: string[];
    subPackages: { root: string; pages: string[] }[];
  };
  return [
    ...app.pages,
    ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ];
}

const SCREEN_NAMES = Object.keys(SCREENS) as Screen[];
type TextSize = "standard" | "elder";

interface Visit {
  /** Who opens it; nobody signed in when absent. */
  persona?: string;
  query?: () => string;
}

const known = {
  item: "",
  running: "",
  supplementing: "",
  completed: "",
  staffCase: "",
  handover: "",
  complaint: "",
  cycle: "",
};
const inHall: HallVisit = { hall: "", window: "", ticket: "" };
const talent: Visit = { persona: "talent-b" };
const specialist: Visit = { persona: "municipal-specialist" };
const administrator: Visit = { persona: "administrator" };
const about =
  (key: keyof typeof known, name = "id") =>
  () =>
    `${name}=${known[key]}`;

const hallOf = (parts: (keyof HallVisit)[]) => () => parts.map((part) => `${part}=${inHall[part]}`).join("&");
const atCounter: Visit = { ...specialist, query: hallOf(["hall", "window"]) };

const VISITS: Readonly<Record<string, Visit>> = {
  "pages/home/index": talent,
  "pages/services/index": talent,
  "pages/requests/index": talent,
  "pages/me/index": talent,
  "packages/sign-in/index": {},
  "packages/sign-in/approve/index": specialist,
  "packages/code/show/index": talent,
  "packages/verify/desk/index": specialist,
  "packages/verify/pending/index": specialist,
  "packages/services/guide/index": { ...talent, query: about("item") },
  "packages/requests/form/index": { ...talent, query: about("item", "item") },
  "packages/requests/detail/index": { ...talent, query: about("running") },
  "packages/requests/supplement/index": { ...talent, query: about("supplementing") },
  "packages/requests/result/index": { ...talent, query: about("completed") },
  "packages/inbox/list/index": talent,
  "packages/me/preferences/index": talent,
  "packages/me/access-log/index": talent,
  "packages/me/link/index": { persona: "newcomer" },
  "packages/me/about/index": talent,
  "packages/me/accessibility/index": talent,
  "packages/me/complaint/index": talent,
  "packages/me/complaint-detail/index": { ...talent, query: about("complaint") },
  "packages/staff/board/index": specialist,
  "packages/staff/desk/index": { persona: "liaison-education" },
  "packages/staff/case/index": { ...specialist, query: about("staffCase") },
  "packages/staff/complaints/index": specialist,
  "packages/staff/complaint/index": { ...specialist, query: about("complaint") },
  "packages/me/cycle/index": talent,
  "packages/staff/cycles/index": { persona: "employer-liaison" },
  "packages/staff/cycle/index": { ...specialist, query: about("cycle") },
  "packages/staff/accounts/index": administrator,
  "packages/staff/me/index": specialist,
  "packages/intake/form/index": specialist,
  "packages/intake/receipt/index": { ...specialist, query: about("staffCase") },
  "packages/queue/visit/index": talent,
  "packages/queue/take/index": { ...talent, query: about("item", "item") },
  "packages/queue/ticket/index": { ...talent, query: () => `id=${inHall.ticket}` },
  "packages/queue/book/index": { ...talent, query: () => `hall=${inHall.hall}&item=${known.item}` },
  "packages/counter/calling/index": specialist,
  "packages/counter/take/index": atCounter,
  "packages/counter/appointments/index": atCounter,
  "packages/counter/rooms/index": atCounter,
  "packages/counter/checklist/index": atCounter,
  "packages/counter/record/index": atCounter,
  "packages/staff/calendars/list/index": { persona: "administrator" },
  "packages/staff/calendars/import/index": { persona: "administrator" },
  "packages/posts/plan/index": administrator,
  "packages/posts/absence/index": {
    persona: "liaison-education",
    query: () => `post=${idOf("post city-education-school").toHexString()}`,
  },
  "packages/posts/handovers/index": administrator,
  "packages/posts/handover/index": { ...administrator, query: about("handover") },
  "packages/posts/rules/index": administrator,
  "packages/posts/edit/index": {
    ...administrator,
    query: () => `id=${idOf("post city-education-school").toHexString()}`,
  },
  "packages/hall/window/index": { query: hallOf(["window"]) },
  "packages/hall/summary/index": { query: hallOf(["hall"]) },
  "packages/hall/device/index": {},
};

test("every declared page has its visit", () => {
  expect(Object.keys(VISITS).sort()).toEqual(declaredPages().sort());
});

interface Window {
  page: Page;
  traffic: Traffic;
  /** Errors of the console and of scripts since they were last taken. */
  faults: string[];
}

async function openWindow(browser: Browser, screen: Screen): Promise<Window> {
  const viewport = SCREENS[screen];
  const page = await browser.newPage({ viewport, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  return { page, traffic: watchTraffic(page), faults };
}

/** `packages/staff/case/index` → `staff-case` */
function pictureName(route: string): string {
  const name = route.replace(/^(pages|packages)\//, "").replace(/\/index$/, "");
  return `${name.replaceAll("/", "-")}.png`;
}

inChromium("every page", () => {
  let server: TestServer;
  let browser: Browser;
  const windows = new Map<Screen, Window>();
  const sessions = new Map<string, unknown>();

  beforeAll(async () => {
    server = await startDemonstrationWeb();
    browser = await launchBrowser();
    for (const screen of SCREEN_NAMES) windows.set(screen, await openWindow(browser, screen));
    const talentId = idOf("talent-b").toHexString();
    const requestOf = async (filter: object) =>
      (await RequestModel.findOne(filter).lean())?._id.toHexString() ?? "";
    known.item = (await ItemModel.findOne({ code: "school" }).lean())?._id.toHexString() ?? "";
    known.running = await requestOf({ talentId, status: "handling" });
    known.supplementing = await requestOf({ talentId, status: "supplementing" });
    known.completed = await requestOf({ talentId, status: "completed", rating: { $exists: false } });
    known.staffCase = await requestOf({ status: "accepted", "applicant.category": "B" });
    await takeovers().run(server.clock.now());
    known.complaint = (await ComplaintModel.findOne({ status: "answered" }).lean())?._id.toHexString() ?? "";
    known.cycle = (await CycleModel.findOne({ status: "verifying" }).lean())?._id.toHexString() ?? "";
    known.handover = (await HandoverModel.findOne({ cases: { $gt: 0 } }).lean())?._id.toHexString() ?? "";
    Object.assign(inHall, await visitHall(server));
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  async function sessionOf(persona: string): Promise<unknown> {
    if (!sessions.has(persona)) {
      const answer = await fetch(`${server.sandboxUrl}/personas/${persona}/login-code`, { method: "POST" });
      const { code } = (await answer.json()) as { code: string };
      sessions.set(persona, (await server.call("POST", "/api/sessions", { body: { code } })).body);
    }
    return sessions.get(persona);
  }

  /** Opens the page as its visitor in this text size, leaves a picture, and answers what is wrong with it. */
  async function look(route: string, screen: Screen, textSize: TextSize): Promise<string[]> {
    const { page, traffic, faults } = windows.get(screen) as Window;
    const { persona, query } = VISITS[route] ?? {};
    const settings = { textSize, elderAnswered: true, language: "zh-CN" };
    const url = `${server.baseUrl}/#/${route}${query === undefined ? "" : `?${query()}`}`;
    const who = persona === undefined ? {} : { session: await sessionOf(persona), persona };
    await openAs(page, url, { settings, ...who });
    await page.locator(`.mode-${textSize}`).first().waitFor();
    await traffic.rest();
    await page.screenshot({ path: picturePath("screens", `${screen}-${textSize}`, pictureName(route)) });
    const wrong = [...(await overflowing(page)), ...(await graveFindings(page)), ...faults.splice(0)];
    return wrong.map((finding) => `${screen}, ${textSize}: ${finding}`);
  }

  test("the checks see a nameless button and a row that is too wide", async () => {
    const { page } = windows.get("phone") as Window;
    await page.goto("about:blank");
    await page.evaluate(`document.body.innerHTML = "<button></button><p style='width: 500px'>x</p>"`);
    expect((await graveFindings(page)).join()).toContain("button-name");
    expect((await overflowing(page)).join()).toContain("500px");
  });

  test.each(Object.keys(VISITS))(
    "%s is whole on phone and desk, in standard and in elder size",
    async (route) => {
      const lookAt = async (screen: Screen) => [
        ...(await look(route, screen, "standard")),
        ...(await look(route, screen, "elder")),
      ];
      expect((await Promise.all(SCREEN_NAMES.map(lookAt))).flat()).toEqual([]);
    },
  );
});
