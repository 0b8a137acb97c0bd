import sharp from "sharp";
import type { ItemDetail, ItemSummary, PostChoice } from "@talent/shared/contract/schemas/catalogue";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { NoticeMessage } from "@talent/shared/contract/schemas/notices";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { NoticeModel } from "../../server/features/notices/index";
import { offered, requestIn } from "../support/caseCalls";
import { startDemonstration } from "../support/demonstration";
import { writeChosenFiles, type ChosenFile, type ChosenFiles } from "../support/chosenFiles";
import { answerConsent, messagesOf, messageWith, templateTitles } from "../support/sandboxUser";
import { journey } from "../support/step";
import type { TestServer } from "../support/testServer";
import { until } from "../support/until";

/** Friday 2026-10-09, 09:00 in Chongqing; Saturday 10-10 is worked instead of a holiday (调休). */
const BEGIN = "2026-10-09T01:00:00.000Z";

let server: TestServer;
let files: ChosenFiles;
const token = { talent: "", specialist: "", liaison: "" };
let item: ItemDetail;
let request: RequestDetail;

const step = journey();

beforeAll(async () => {
  server = await startDemonstration({ now: BEGIN });
  files = await writeChosenFiles();
});
afterAll(() => server.stop());

type Side = keyof typeof token;

async function read<T>(side: Side, path: string): Promise<T> {
  const { status, body } = await server.call("GET", path, { token: token[side] });
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body as T;
}

/** One act on the request, by somebody; the answer is kept as the request's newest state. */
async function act(side: Side, path: string, body: unknown = {}, method = "POST"): Promise<RequestDetail> {
  const path_ = `/api/requests/${request.id}${path}`;
  request = requestIn(await server.call(method, path_, { token: token[side], body }));
  return request;
}

async function upload(materialKey: string, file: ChosenFile, type: string): Promise<RequestDetail> {
  const form = new FormData();
  form.append("materialKey", materialKey);
  form.append("file", new Blob([new Uint8Array(file.bytes)], { type }), file.path.split("/").at(-1));
  const path = `/api/requests/${request.id}/materials`;
  request = requestIn(await server.call("POST", path, { token: token.talent, form }));
  return request;
}

/** Asks for consent as the mini-program does: the pop-up, then the report of what it answered. */
async function consent(occasion: string, refused?: string): Promise<void> {
  const { templateIds } = await read<{ templateIds: string[] }>(
    "talent",
    `/api/consents/templates?occasion=${occasion}`,
  );
  const titles = await templateTitles(server.sandboxUrl);
  const agreed = templateIds.filter((id) => titles.get(id) !== refused);
  await answerConsent(server.sandboxUrl, "talent-b", agreed);
  const choices = Object.fromEntries(
    templateIds.map((id) => [id, agreed.includes(id) ? "accept" : "reject"]),
  );
  await server.call("POST", "/api/consents", { token: token.talent, body: { choices } });
}

const at = (instant: string) => server.clock.moveTo(new Date(instant));

step("the talent signs in and sees what they are entitled to", async () => {
  token.talent = (await server.signInAs("talent-b")).token;
  const me = await read<Me>("talent", "/api/me");
  expect(me.talent).toMatchObject({ category: "B", districtName: "渝北区", maskedName: "周*" });
  const { items } = await read<{ items: ItemSummary[] }>("talent", "/api/items?limit=100");
  const school = items.find(({ code }) => code === "school");
  expect(school).toMatchObject({ entitlement: { entitled: true }, limitDays: 30, feeFen: 0 });
  item = await read<ItemDetail>("talent", `/api/items/${school?.id}`);
  expect(item.canRequest).toBe(true);
  expect(item.materials.filter(({ required }) => required).map(({ key }) => key)).toEqual([
    "identity",
    "birth",
    "residence",
  ]);
});

step("a draft with a real PDF and a 4 MB photo is handed in", async () => {
  const body = { itemId: item.id, points: ["落实 2027 年春季学期转学学位"] };
  request = requestIn(await server.call("POST", "/api/requests", { token: token.talent, body }));
  expect(request.status).toBe("draft");

  expect(files.photo.bytes.length).toBeGreaterThan(4 * 1024 * 1024);
  await upload("residence", files.pdf, "application/pdf");
  await upload("identity", files.photo, "image/jpeg");
  await upload("birth", files.small, "image/jpeg");
  expect(
    request.materials.flatMap((material) => material.files).map(({ mime, bytes }) => [mime, bytes]),
  ).toEqual([
    ["image/jpeg", files.photo.bytes.length],
    ["image/jpeg", files.small.bytes.length],
    ["application/pdf", files.pdf.bytes.length],
  ]);

  await act(
    "talent",
    "",
    {
      beneficiary: { kind: "child", name: "周知远", bornOn: "2018-05-04" },
      details: { district: "500112", grade: "primary", enterOn: "2027-02-20" },
    },
    "PUT",
  );
  await consent("submitRequest");
  const consents = { processing: true, guardian: true };
  await act("talent", "/submit", { consents });
  expect(request).toMatchObject({ status: "submitted", limit: { kind: "acceptance", dueOn: "2026-10-10" } });
});

step(
  "the specialist sees the files, accepts and asks for what is missing, which stops the clock",
  async () => {
    token.specialist = (await server.signInAs("municipal-specialist")).token;
    request = await read<RequestDetail>("specialist", `/api/requests/${request.id}`);
    const fileOf = (key: string) =>
      request.materials.find((material) => material.key === key)?.files[0]?.id ?? "";
    const bytesOf = async (key: string) =>
      read<Buffer>("specialist", `/api/requests/${request.id}/materials/${fileOf(key)}`);
    expect((await bytesOf("residence")).equals(files.pdf.bytes)).toBe(true);
    const identity = await bytesOf("identity");
    expect(identity.equals(files.photo.bytes)).toBe(false);
    expect((await sharp(identity).metadata()).width).toBeGreaterThan(600);

    at("2026-10-09T02:00:00Z");
    await act("specialist", "/accept");
    expect(request.limit).toMatchObject({ kind: "handling", workingDays: 30, used: 0, dueOn: "2026-11-19" });

    at("2026-10-12T02:00:00Z");
    const items = [
      { materialKey: "schoolRecord", title: "原就读学校学籍证明", why: "转学需要", how: "电子学籍截图也可" },
    ];
    await act("specialist", "/supplement", { items });
    expect(request).toMatchObject({ status: "supplementing", missingMaterials: 1 });
    expect(request.limit).toMatchObject({ state: "stopped", used: 1 });
    expect(request.limit?.dueOn).toBeUndefined();
  },
);

step(
  "the talent is told in WeChat, answers, and the stopped days move the due day by just as many",
  async () => {
    const asked = await messageWith(server.sandboxUrl, "talent-b", "补正材料通知");
    expect(asked.values.map(({ value }) => value)).toContain("还缺 1 项，点开看清单");
    expect(asked.page).toBe(`packages/requests/supplement/index?id=${request.id}`);

    at("2026-10-14T09:00:00Z");
    await upload("schoolRecord", files.small, "image/jpeg");
    await consent("answerSupplement", "办理进度通知");
    await act("talent", "/supplement/answer", { note: "附上学籍截图" });
    expect(request).toMatchObject({ status: "accepted", limit: { state: "counting", dueOn: "2026-11-24" } });
  },
);

step("dispatched, signed, with progress, and completed point by point", async () => {
  at("2026-10-15T02:00:00Z");
  const { items: posts } = await read<{ items: PostChoice[] }>(
    "specialist",
    `/api/posts?requestId=${request.id}`,
  );
  const post = posts.find(({ departmentName }) => departmentName === "市教委");
  expect(posts[0]?.suggested).toBe(true);
  await act("specialist", "/dispatch", { postId: post?.id, note: "请优先" });
  expect(request.holder).toMatchObject({ letter: "A", name: "陈思" });

  token.liaison = (await server.signInAs("liaison-education")).token;
  at("2026-10-16T02:00:00Z");
  await act("liaison", "/sign");
  await act("liaison", "/progress", { note: "两所学校已回复有学位" });
  expect(offered(request)).toEqual(expect.arrayContaining(["complete", "recordProgress"]));
  at("2026-10-21T06:00:00Z");
  await act("liaison", "/complete", {
    answers: [{ outcome: "done", note: "渝北区实验小学，2 月 20 日报到" }],
  });
  expect(request).toMatchObject({ status: "completed", limit: { state: "ended", used: 6 } });
});

step("the talent reads the day-by-day sum and rates once", async () => {
  request = await read<RequestDetail>("talent", `/api/requests/${request.id}`);
  const days = Object.fromEntries((request.limitDays ?? []).map(({ on, kind, nth }) => [on, nth ?? kind]));
  expect(days).toMatchObject({
    "2026-10-09": "start",
    "2026-10-10": 1,
    "2026-10-11": "weekend",
    "2026-10-12": "stopped",
    "2026-10-13": "stopped",
    "2026-10-14": "stopped",
    "2026-10-15": 2,
    "2026-10-16": 3,
    "2026-10-17": "weekend",
    "2026-10-19": 4,
    "2026-11-24": 30,
  });
  expect(request.limitDays?.find(({ on }) => on === "2026-10-10")?.kind).toBe("makeUp");
  expect(request.limitDays?.at(-1)?.on).toBe("2026-11-24");

  await act("talent", "/rating", { level: "verySatisfied", tags: ["fast"], comment: "很顺利" });
  expect(request.rating).toMatchObject({ level: "verySatisfied" });
  expect(offered(request)).not.toContain("rate");
  expect(request.timeline.map(({ type }) => type)).toEqual([
    "submitted",
    "accepted",
    "supplementAsked",
    "supplementAnswered",
    "dispatched",
    "signed",
    "progress",
    "completed",
    "rated",
  ]);
});

step("every notice stands in the inbox once; WeChat got those that were consented to", async () => {
  const { accountId } = await server.signInAs("talent-b");
  const rows = await until(async () => {
    const found = await NoticeModel.find({ recipientId: accountId, subjectId: request.id }).lean();
    return found.length >= 7 && found.every(({ finishedAt }) => finishedAt) ? found : undefined;
  });
  expect(Object.fromEntries(rows.map(({ type, state, channel }) => [type, [state, channel]]))).toEqual({
    requestAccepted: ["delivered", "wechat"],
    supplementAsked: ["delivered", "wechat"],
    requestDispatched: ["noConsent", "inbox"],
    requestSigned: ["noConsent", "inbox"],
    progressRecorded: ["noConsent", "inbox"],
    requestCompleted: ["delivered", "wechat"],
    ratingInvited: ["delivered", "wechat"],
  });
  expect(rows).toHaveLength(7);
  const titles = (await messagesOf(server.sandboxUrl, "talent-b")).map(({ title }) => title);
  expect(titles.sort()).toEqual(["办件受理通知", "办结通知", "服务评价提醒", "补正材料通知"].sort());

  const inbox = await read<{ items: NoticeMessage[] }>("talent", "/api/notices?limit=50");
  const ours = inbox.items.filter(({ requestId }) => requestId === request.id);
  expect(ours.map(({ type }) => type).sort()).toEqual(rows.map(({ type }) => type).sort());
  expect(ours.find(({ type }) => type === "progressRecorded")?.text).toContain("两所学校已回复有学位");
});
