import type { Browser } from "playwright-core";
import { RequestModel } from "../../server/features/requests/index";
import { inChromium, picturePath } from "../support/browser";
import { writeChosenFiles, type ChosenFiles } from "../support/chosenFiles";
import { startDemonstrationWeb } from "../support/demonstration";
import { openPhone, signInOn, type OpenPhone } from "../support/phones";
import { messageWith } from "../support/sandboxUser";
import { journey } from "../support/step";
import type { TestServer } from "../support/testServer";
import { becomePersona, openWeb, type WebPage } from "../support/webPage";
import { launchBrowser } from "../weapp/host";

inChromium("the whole way of a request in the browser", () => {
  const step = journey();
  let server: TestServer;
  let browser: Browser;
  let files: ChosenFiles;
  let talent: WebPage;
  let specialist: WebPage;
  let liaison: WebPage;
  let specialistsPhone: OpenPhone | undefined;
  let number: string;

  beforeAll(async () => {
    server = await startDemonstrationWeb();
    browser = await launchBrowser();
    files = await writeChosenFiles();
  });
  afterAll(async () => {
    await specialistsPhone?.mp.abandon();
    await browser.close();
    await server.stop();
  });

  const at = (instant: string) => server.clock.moveTo(new Date(instant));
  const picture = (web: WebPage, name: string) =>
    web.page.screenshot({ path: picturePath("h5", `${name}.png`) });

  async function upload(material: string, file: string): Promise<void> {
    const choosing = talent.page.waitForEvent("filechooser");
    await talent.tap("上传", `#material-${material}`);
    await (await choosing).setFiles(file);
    await talent.page.locator(`#material-${material}`).getByText("删除").waitFor();
  }

  step("the talent chooses who to be, reads the guide and fills the form", async () => {
    talent = await openWeb(browser, server, "phone");
    await becomePersona(talent, "周敏 · B 类人才", "pages/home/index");
    await talent.reads("出示人才码");
    await talent.tap("服务");
    await talent.isAt("pages/services/index");
    await talent.tap("子女入学");
    await talent.isAt("packages/services/guide/index");
    await talent.reads("办理条件");
    await talent.tap("开始申请");
    await talent.isAt("packages/requests/form/index");
    await talent.tap("沈**，8 岁");
    await talent.tap("下一步，写明诉求");
    await talent.fill("第 1 条", "落实 2027 年春季学期转学学位");
    await talent.choose("希望入学的区县", "渝北区");
    await talent.choose("年级", "小学二至六年级");
    await talent.fill("希望入学日期", "2027-02-20");
    await talent.tap("下一步，交材料");
  });

  step("a 4 MB photo and a PDF are handed in, and a reload loses nothing", async () => {
    await upload("identity", files.photo.path);
    await upload("residence", files.pdf.path);
    await talent.page.reload();
    await talent.reads("第 3 步，共 4 步");
    await talent.reads(/proof\.pdf/);
    await upload("birth", files.small.path);
    await picture(talent, "talent-materials");
    await talent.tap("下一步，核对并提交");
    await talent.tap("同意把这次申请的信息和材料交给办理单位，只用于办理本件");
    await talent.tap("我是孩子的监护人，同意使用孩子的信息办理本件");
    await talent.tap("提交申请");
    await talent.reads("已提交。受理、办理、办结都会告诉您。");
    const request = await RequestModel.findOne({ status: "submitted" }).sort({ submittedAt: -1 }).lean();
    number = request?.number ?? "";
    expect(request?.files).toHaveLength(3);
  });

  step("the specialist signs in at the desk by a QR code that the phone confirms", async () => {
    specialist = await openWeb(browser, server, "desk");
    await specialist.go("packages/sign-in/index");
    await specialist.tap("显示登录二维码");
    const qrText = await specialist.page.getByText(/^talent-[\w:-]{30,}$/).innerText();

    specialistsPhone = await openPhone(server, "municipal-specialist");
    await signInOn(specialistsPhone, "packages/staff/board/index");
    await specialistsPhone.mp.tapText("我的");
    await specialistsPhone.mp.tapText("确认网页登录");
    specialistsPhone.wx.account.scanNext(qrText);
    await specialistsPhone.mp.tapText("扫二维码");
    await specialistsPhone.mp.tapText("让那台电脑以我的身份登录");
    await specialistsPhone.mp.waitForText("已确认，那台电脑正在登录。");
    await specialistsPhone.mp.close();

    await specialist.isAt("packages/staff/board/index");
    await specialist.reads("调度看板");
  });

  step("accepts and tells everything that is missing", async () => {
    await specialist.fill("按编号、事项或单位查找", number);
    await specialist.reads(number);
    await picture(specialist, "desk-board");
    await specialist.tap(number);
    await specialist.isAt("packages/staff/case/index");
    at("2026-10-09T02:00:00Z");
    await specialist.tap("受理申请并开始计时");
    await specialist.reads("已受理，办理时限开始计时。");
    await picture(specialist, "desk-case");
    at("2026-10-12T02:00:00Z");
    await specialist.tap("一次性告知补正");
    await specialist.tap("原就读学校学籍证明", "#staff-dialog");
    await picture(specialist, "desk-supplement");
    await specialist.tap("告知 1 项并停止计时");
    await specialist.reads("已一次告知，计时停止。");
    await messageWith(server.sandboxUrl, "talent-b", "补正材料通知");
  });

  step("the talent finds the message in the inbox and hands in what is missing", async () => {
    at("2026-10-14T09:00:00Z");
    await talent.go("packages/inbox/list/index");
    await talent.isAt("packages/inbox/list/index");
    await talent.tap("请补材料");
    await talent.isAt("packages/requests/supplement/index");
    await talent.reads("还缺 1 份材料");
    await upload("schoolRecord", files.pdf.path);
    await talent.tap("提交补正，恢复计时");
    await talent.reads(/11月24日/);
  });

  step("dispatched, signed, noted and completed at the desks", async () => {
    at("2026-10-15T02:00:00Z");
    await specialist.page.reload();
    await specialist.tap("转办并通知岗位");
    await specialist.tap("陈思　市教委");
    await specialist.tap("转给 陈思（市教委）");
    await specialist.reads("已转办，岗位已收到。");

    at("2026-10-16T02:00:00Z");
    liaison = await openWeb(browser, server, "desk");
    await becomePersona(liaison, "陈思 · 市教委联络员", "packages/staff/desk/index");
    await liaison.tap(number);
    await liaison.isAt("packages/staff/case/index");
    await liaison.tap("签收并开始办理");
    await liaison.reads("已签收，可以开始办理。");
    await liaison.tap("记录进展并告知申请人");
    await liaison.fill("进展", "两所学校已回复有学位");
    await liaison.tap("记录进展并告知申请人", "#staff-dialog");
    await liaison.reads("已记录，申请人看得到。");

    at("2026-10-21T06:00:00Z");
    await liaison.tap("已办", "#point-0");
    await liaison.fill("1 答复", "渝北区实验小学，2 月 20 日报到");
    await liaison.tap("办结并告知结果");
    await picture(liaison, "desk-complete");
    await liaison.tap("办结并告知结果", "#staff-dialog");
    await liaison.reads("已办结，申请人已收到结果。");
  });

  step("the talent reads the result and rates", async () => {
    const notice = await messageWith(server.sandboxUrl, "talent-b", "办结通知");
    await talent.go(notice.page);
    await talent.isAt("packages/requests/detail/index");
    await talent.tap("看结果，评价");
    await talent.isAt("packages/requests/result/index");
    await talent.reads("渝北区实验小学，2 月 20 日报到");
    await talent.tap("非常满意");
    await talent.tap("办得快");
    await talent.tap("提交评价");
    await talent.reads("您的评价");
    await picture(talent, "talent-rated");
    const request = await RequestModel.findOne({ number }).lean();
    expect(request?.rating).toMatchObject({ level: "verySatisfied", tags: ["fast"] });
  });

  step("no page complained on the way", async () => {
    for (const web of [talent, specialist, liaison]) {
      expect(web.faults).toEqual([]);
      await web.close();
    }
  });
});
