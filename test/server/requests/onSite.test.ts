import { caseDesk } from "../../support/caseDesk";
import sharp from "sharp";
import { Types } from "mongoose";
import { CodeScanModel } from "../../../server/features/talent-code/scans/model";
import { addItem, addTalent, itemVersion, signInTalent, type Person } from "../../support/world";
import { detailsOf, offered, refusal, requestIn } from "../../support/caseCalls";
import { told } from "../../support/caseWork";

const desk = caseDesk();

let itemId: string;

const both = (zh: string) => ({ zh, en: zh });

beforeAll(async () => {
  const item = await addItem(
    "papers",
    itemVersion({
      materials: [
        { key: "plan", name: both("计划"), required: true, identity: false },
        { key: "idCard", name: both("身份证"), required: true, identity: true },
      ],
    }),
  );
  itemId = item._id.toHexString();
});

/** A verification at this person's desk, answered with yes a minute ago. */
async function scanned(person: Person, talentId = desk.world.talent.talentId): Promise<string> {
  const now = desk.server.clock.now().getTime();
  const _id = new Types.ObjectId();
  await CodeScanModel.collection.insertOne({
    _id,
    talentId,
    purpose: "intake",
    shownBy: "qr",
    answer: "yes",
    readerId: person.accountId,
    who: "王芳",
    office: "渝北区人才服务平台",
    at: new Date(now - 60_000),
    expiresAt: new Date(now + 86_400_000),
  });
  return _id.toHexString();
}

const papers = [
  { materialKey: "plan", seen: "copy" },
  { materialKey: "idCard", seen: "original" },
];
const paper = { points: ["请安排一次咨询"], consentsOnPaper: { processing: true }, paperMaterials: papers };

async function takeIn(person: Person, more: object = {}, key?: string) {
  const scanId = await scanned(person);
  return desk.calls.post(person, "/on-site", { scanId, itemId, ...paper, ...more }, key);
}

async function photograph(person: Person, id: string, materialKey = "plan") {
  const photo = await sharp({ create: { width: 40, height: 40, channels: 3, background: "#336699" } })
    .jpeg()
    .toBuffer();
  const form = new FormData();
  form.set("materialKey", materialKey);
  form.set("file", new Blob([new Uint8Array(photo)]), "计划.jpg");
  return desk.server.call("POST", `/api/requests/${id}/materials`, { token: person.token, form });
}

test("a request is taken in and accepted in one act; the talent sees it at once and is told", async () => {
  const taken = requestIn(await takeIn(desk.world.district, { accept: true }));
  expect(taken).toMatchObject({
    status: "accepted",
    source: "specialist",
    intake: { by: "王芳", office: "区县人才服务平台", consentsOnPaper: { processing: true } },
    materials: [
      { key: "plan", state: "received", seen: "copy" },
      { key: "idCard", state: "received", seen: "original" },
    ],
    limit: { kind: "handling" },
  });
  expect(taken.timeline.map(({ type }) => type)).toEqual(["takenIn", "accepted"]);
  const list = await desk.server.call("GET", "/api/requests", { token: desk.world.talent.token });
  expect((list.body as { items: { id: string }[] }).items[0]?.id).toBe(taken.id);
  const own = requestIn(await desk.calls.read(desk.world.talent, taken.id));
  expect([own.intake?.by, offered(own)]).toEqual(["王*", ["withdraw"]]);
  expect(await told(taken.id)).toEqual([
    `requestTakenIn:${desk.world.talent.accountId}`,
    `requestAccepted:${desk.world.talent.accountId}`,
  ]);
});

test("the same act with the same key takes in one request", async () => {
  const scanId = await scanned(desk.world.district);
  const body = { scanId, itemId, ...paper, accept: true };
  const first = requestIn(await desk.calls.post(desk.world.district, "/on-site", body, "intake-key-1"));
  const again = requestIn(await desk.calls.post(desk.world.district, "/on-site", body, "intake-key-1"));
  expect([again.id, again.version]).toEqual([first.id, first.version]);
  const other = { ...body, points: ["另一件事"] };
  expect(refusal(await desk.calls.post(desk.world.district, "/on-site", other, "intake-key-1"))).toBe(
    "409 idempotency_key_reused",
  );
});

test("a draft at the window is photographed, completed and handed in by whoever began it", async () => {
  const draft = requestIn(await takeIn(desk.world.district, { submit: false, paperMaterials: [] }));
  expect([draft.status, draft.draft?.points]).toEqual(["draft", ["请安排一次咨询"]]);
  expect(offered(draft)).toEqual(["takeIn", "saveDraft", "discardDraft"]);
  expect(refusal(await desk.calls.read(desk.world.municipal, draft.id))).toBe("404 not_found");
  expect(refusal(await desk.calls.post(desk.world.district, `/${draft.id}/take-in`))).toBe(
    "422 materials_missing",
  );

  const withPhoto = requestIn(await photograph(desk.world.district, draft.id));
  expect(withPhoto.materials[0]?.files).toMatchObject([{ uploadedBy: "staff" }]);
  const rest = { paperMaterials: [{ materialKey: "idCard", seen: "original" }], accept: true };
  const done = requestIn(
    await desk.calls.post(desk.world.district, `/${draft.id}/take-in`, rest, "take-in-1"),
  );
  expect(done.status).toBe("accepted");
  const again = requestIn(
    await desk.calls.post(desk.world.district, `/${draft.id}/take-in`, rest, "take-in-1"),
  );
  expect(again.version).toBe(done.version);
});

test("papers are photographed after the acceptance too, until a department has the case", async () => {
  const { id } = requestIn(await takeIn(desk.world.district, { accept: true }));
  expect((await photograph(desk.world.district, id)).status).toBe(201);
  expect(refusal(await photograph(desk.world.talent, id))).toBe("409 state_changed");
  requestIn(await desk.calls.post(desk.world.district, `/${id}/dispatch`, { postId: desk.world.post.id }));
  expect(refusal(await photograph(desk.world.district, id))).toBe("409 state_changed");
});

test("missing papers may come over the counter", async () => {
  const { id } = requestIn(await takeIn(desk.world.district));
  await desk.calls.post(desk.world.district, `/${id}/supplement`, {
    items: [{ materialKey: "plan", title: "计划", why: "缺页" }],
  });
  expect((await photograph(desk.world.municipal, id)).status).toBe(201);
  const answered = requestIn(await desk.calls.post(desk.world.municipal, `/${id}/supplement/answer`));
  expect(answered.status).toBe("submitted");
});

describe("refused at the window", () => {
  test("without the talent's consent, without a paper that is needed, for an unknown paper", async () => {
    expect(refusal(await takeIn(desk.world.district, { consentsOnPaper: {} }))).toBe("403 consent_needed");
    const missing = await takeIn(desk.world.district, { paperMaterials: papers.slice(0, 1) });
    expect([refusal(missing), detailsOf(missing)]).toEqual([
      "422 materials_missing",
      { materials: ["idCard"] },
    ]);
    const unknown = await takeIn(desk.world.district, {
      paperMaterials: [{ materialKey: "x", seen: "copy" }],
    });
    expect(detailsOf(unknown)).toEqual({
      fields: [{ field: "body.paperMaterials.0.materialKey", problem: "unknown" }],
    });
    const twice = await takeIn(desk.world.district, { paperMaterials: [...papers, papers[0]] });
    expect(detailsOf(twice)).toEqual({
      fields: [{ field: "body.paperMaterials.2.materialKey", problem: "named_twice" }],
    });
    expect(detailsOf(await takeIn(desk.world.district, { submit: false, accept: true }))).toEqual({
      fields: [{ field: "body.accept", problem: "without_submit" }],
    });
  });

  test("without a scan of one's own, made a while ago at most", async () => {
    const body = { itemId, ...paper };
    const foreign = await scanned(desk.world.municipal);
    expect(
      refusal(await desk.calls.post(desk.world.district, "/on-site", { ...body, scanId: foreign })),
    ).toContain("scan_needed");
    const old = await scanned(desk.world.district);
    desk.server.clock.moveTo(new Date(desk.server.clock.now().getTime() + 31 * 60_000));
    expect(
      refusal(await desk.calls.post(desk.world.district, "/on-site", { ...body, scanId: old })),
    ).toContain("scan_needed");
  });

  test("an item that this talent may not ask for, and a talent whom others serve", async () => {
    const onlyA = await addItem("onlyA", itemVersion({ categories: ["A"] }));
    expect(refusal(await takeIn(desk.world.district, { itemId: onlyA._id.toHexString() }))).toBe(
      "403 not_entitled",
    );
    const elsewhere = await addTalent({ category: "E", districtCode: "500103" });
    const scanId = await scanned(desk.world.district, elsewhere);
    expect(
      refusal(await desk.calls.post(desk.world.district, "/on-site", { scanId, itemId, ...paper })),
    ).toBe("403 action_not_allowed");
  });

  test("a draft of another window, and a draft that the talent began", async () => {
    const draft = requestIn(await takeIn(desk.world.district, { submit: false }));
    expect(refusal(await desk.calls.post(desk.world.municipal, `/${draft.id}/take-in`))).toBe(
      "404 not_found",
    );
    const own = requestIn(await desk.calls.post(desk.world.talent, "", { itemId }));
    expect(refusal(await desk.calls.post(desk.world.district, `/${own.id}/take-in`))).toBe("404 not_found");
    expect(refusal(await photograph(desk.world.district, own.id))).toBe("404 not_found");
  });
});

/** A change of a talent's record shows within this time. */
const RECORD_MS = 3100;

test("a talent without an account can be taken in, and hears of it from the first sign-in on", async () => {
  const talentId = await addTalent({ category: "C" });
  const scanId = await scanned(desk.world.district, talentId);
  const taken = requestIn(
    await desk.calls.post(desk.world.district, "/on-site", { scanId, itemId, ...paper }),
  );
  expect(taken.status).toBe("submitted");
  expect(await told(taken.id)).toEqual([]);

  const { accountId } = await signInTalent(desk.server, "talent-c", talentId);
  await new Promise((resolve) => setTimeout(resolve, RECORD_MS));
  requestIn(await desk.calls.post(desk.world.district, `/${taken.id}/accept`));
  expect(await told(taken.id)).toEqual([`requestAccepted:${accountId}`]);
});
