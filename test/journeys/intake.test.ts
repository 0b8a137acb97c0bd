import { tokenAt } from "@talent/shared/domain/talentCode/batch";
import { RequestModel } from "../../server/features/requests/index";
import { writeChosenFiles, type ChosenFiles } from "../support/chosenFiles";
import { createPhones } from "../support/caseJourney";
import { startDemonstration } from "../support/demonstration";
import { openPhone, signInOn, type OpenPhone } from "../support/phones";
import { journey } from "../support/step";
import type { IssuedBatch } from "../support/talentCodes";
import type { TestServer } from "../support/testServer";

const INTAKE = "packages/intake/form/index";
const RECEIPT = "packages/intake/receipt/index";
const ITEM = "子女入学";

let server: TestServer;
let files: ChosenFiles;
let talent: OpenPhone;
let desk: OpenPhone;
let number = "";

const phones = createPhones();
const step = journey();

beforeAll(async () => {
  server = await startDemonstration();
  files = await writeChosenFiles();
});
afterAll(async () => {
  await phones.abandon();
  await server.stop();
});

/** What the talent's phone shows at this moment. */
function shownToken(): string {
  const kept = JSON.parse(talent.phone.storage["mine:talentCode"] ?? "{}") as { value: IssuedBatch };
  const shown = tokenAt(kept.value, server.clock.now());
  if (shown === null) throw new Error("the phone has no token for this moment");
  return shown.token;
}

step("the code is scanned at the window, and the intake opens with person and item", async () => {
  talent = phones.keep(await openPhone(server, "talent-b"));
  await signInOn(talent, "pages/home/index");
  await talent.mp.tap("#show-code");
  await talent.mp.waitForText("秒后自动换新码，截图无效");

  desk = phones.keep(await openPhone(server, "district-specialist"));
  await signInOn(desk, "packages/staff/board/index");
  const { mp, wx } = desk;
  await mp.tapText("核实");
  await mp.pickText("办什么事项", ITEM);
  wx.account.scanNext(shownToken());
  await mp.tap("#scan-code");
  await mp.tapText(`代办${ITEM}`);
  await mp.waitForRoute(INTAKE);
  await mp.waitForText("周* B类 渝北区");
});

step("what is missing is named, and nothing is sent", async () => {
  const { mp } = desk;
  await mp.waitForText("纸质材料");
  await mp.tap("#take-in");
  await mp.waitForText("请选为谁办理");
  await mp.waitForText("请核验或拍下");
  expect(mp.route()).toBe(INTAKE);
});

step("papers are checked off, one is photographed, consents lie on paper", async () => {
  const { mp, wx } = desk;
  await mp.tapText("子女", { within: "#who" });
  await mp.type("#who-name input", "周书瑶");
  await mp.pickText("出生日期", "2021-09-17");
  await mp.type("#point-0 textarea", "落实 2027 年春季学期入园学位");
  await mp.pickText("希望入学的区县", "渝北区");
  await mp.pickText("年级", "小学二至六年级");
  await mp.pickText("希望入学日期", "2027-02-20");
  for (const paper of ["identity", "birth"]) await mp.tapText("原件已核验", { within: `#material-${paper}` });
  wx.files.chooseNext(files.small.path);
  await mp.tapText("拍照", { within: "#material-residence" });
  await mp.waitFor({ text: "再拍一张", within: "#material-residence" });
  await mp.tap("#consent-processing");
  await mp.tap("#consent-guardian");
});

step("it is handed in and accepted in one tap, and the receipt says number and last day", async () => {
  const { mp } = desk;
  await mp.tap("#take-in");
  await mp.waitForRoute(RECEIPT);
  await mp.waitForText("已受理");
  const request = await RequestModel.findOne({ source: "specialist" }).sort({ submittedAt: -1 }).lean();
  number = request?.number ?? "";
  expect(number).not.toBe("");
  const text = await mp.text();
  expect(text).toContain(number);
  expect(text).toMatch(/\d+月\d+日（周.）前办结/);
  expect(request?.status).toBe("accepted");
  expect(request?.files).toHaveLength(1);
  expect(request?.intake?.paperMaterials.map(({ materialKey }) => materialKey).sort()).toEqual([
    "birth",
    "identity",
  ]);
});

step("the talent sees it at once, with who took it in", async () => {
  const { mp } = talent;
  await mp.back();
  await mp.tapText("办件");
  await mp.tapText(ITEM, { nth: 0 });
  await mp.waitForText(number);
  await mp.waitForText("在窗口代为提交");
});

step("both phones were clean to the end", async () => {
  await Promise.resolve();
  expect(phones.problems()).toEqual([]);
});
