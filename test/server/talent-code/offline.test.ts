import { generateKeyPairSync } from "node:crypto";
import { checkToken, type CheckingKeys } from "@talent/shared/domain/talentCode/check";
import { fromBase64url } from "@talent/shared/domain/talentCode/bytes";
import type { DeskKit, OfflineScan, UploadedScan } from "@talent/shared/contract/schemas/talentCode";
import { clientPrimitives } from "../../../miniapp/src/packages/verify/offline/clientPrimitives";
import { AccessEntryModel } from "../../../server/features/audit/index";
import { CodeScanModel } from "../../../server/features/talent-code/scans/model";
import { scanForIntake } from "../../../server/features/talent-code/index";
import type { Reader } from "../../../server/platform/auth/reader";
import { startTestServer, type TestServer } from "../../support/testServer";
import { issueFor, shownAt, verify, wait, type IssuedBatch } from "../../support/talentCodes";
import { until } from "../../support/until";
import { createWorld, type World } from "../../support/world";

let server: TestServer;
let world: World;
let itemId: string;
let batch: IssuedBatch;
let kit: DeskKit;
let count = 0;

beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  world = await createWorld(server);
  itemId = world.item._id.toHexString();
});
afterAll(() => server.stop());
beforeEach(async () => {
  wait(server, 90);
  batch = await issueFor(server, world.talent.token);
  kit = (await server.call("GET", "/api/talent-code/desk-kit", { token: world.municipal.token }))
    .body as DeskKit;
});

function keysOf({ keys, days }: DeskKit): CheckingKeys<Uint8Array> {
  const raw = (text: string | undefined) => (text === undefined ? undefined : fromBase64url(text));
  return {
    publicKey: (id) => raw(keys.find((key) => key.id === id)?.publicKey),
    readingKey: (on) => raw(days.find((day) => day.on === on)?.readingKey),
  };
}
const check = (token: string, now = server.clock.now()) =>
  checkToken(token, keysOf(kit), clientPrimitives, now);

function offline(changes: Partial<OfflineScan> = {}): OfflineScan {
  count += 1;
  return {
    id: `device-scan-${count}`,
    token: shownAt(server, batch).token,
    at: server.clock.now().toISOString(),
    itemId,
    answer: "yes",
    ...changes,
  };
}

async function upload(token: string, ...scans: OfflineScan[]): Promise<UploadedScan[]> {
  const answer = await server.call("POST", "/api/talent-code/scans", { token, body: { scans } });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return (answer.body as { scans: UploadedScan[] }).scans;
}

test("a phone opens with its own library what the server sealed and signed", () => {
  expect(check(shownAt(server, batch).token)).toMatchObject({
    ok: true,
    holder: {
      category: "B",
      districtCode: "500112",
      maskedName: "陈**",
      cycleStartsOn: "2025-06-01",
      cycleEndsOn: "2028-05-31",
    },
  });
});

test("without network too a token is worthless a minute later, and before its time", () => {
  const { token } = shownAt(server, batch);
  const later = (seconds: number) => new Date(server.clock.now().getTime() + seconds * 1000);
  expect(check(token, later(61))).toEqual({ ok: false, fault: "expired" });
  expect(check(token, later(-61))).toEqual({ ok: false, fault: "early" });
});

test("what was changed, signed by somebody else or of an unknown key is refused", () => {
  const { token } = shownAt(server, batch);
  const changed = token.slice(0, -3) + (token.endsWith("AAA") ? "BBB" : "AAA");
  expect(check(changed)).toEqual({ ok: false, fault: "forged" });
  expect(check("hello")).toEqual({ ok: false, fault: "unreadable" });
  kit = { ...kit, keys: [] };
  expect(check(token)).toEqual({ ok: false, fault: "keyUnknown" });
  const { publicKey } = generateKeyPairSync("ed25519");
  const spki = publicKey.export({ type: "spki", format: "der" });
  const stranger = spki.subarray(-32).toString("base64url");
  kit = { ...kit, keys: [{ id: batch.keyId, publicKey: stranger, goodUntilOn: "2026-12-01" }] };
  expect(check(token)).toEqual({ ok: false, fault: "forged" });
});

test("a scan is handed in once, however often it is sent", async () => {
  const scan = offline();
  const [first] = await upload(world.municipal.token, scan);
  const [again] = await upload(world.municipal.token, scan);
  expect(first).toMatchObject({ id: scan.id, state: "taken", maskedName: "陈**" });
  expect(again).toEqual(first);
  expect(await CodeScanModel.countDocuments({ callKey: { $regex: scan.id } })).toBe(1);
});

test("a token that was used elsewhere meanwhile is reported with the other desk", async () => {
  const scan = offline();
  await verify(server, world.district.token, { code: scan.token, itemId });
  const at = server.clock.now().toISOString();
  wait(server, 600);
  const [told] = await upload(world.municipal.token, scan);
  expect(told).toMatchObject({
    state: "elsewhere",
    other: { who: "王芳", office: "区县人才服务平台", at },
  });
  expect(await upload(world.municipal.token, scan)).toEqual([told]);
});

test("what had been lost by then is reported, what was lost later is taken", async () => {
  const early = offline();
  wait(server, 30);
  await server.call("POST", "/api/me/talent-code/losses", {
    token: world.talent.token,
    body: { kind: "phone", reason: "丢了" },
  });
  wait(server, 30);
  const late = offline();
  const states = (await upload(world.municipal.token, early, late)).map(({ state }) => state);
  expect(states).toEqual(["taken", "lost"]);
});

test.each([
  ["a forged one", () => ({ token: `${shownAt(server, batch).token.slice(0, -3)}000` })],
  ["one of another time", () => ({ at: new Date(server.clock.now().getTime() - 3_600_000).toISOString() })],
  ["no token", () => ({ token: "CQ-0000-0000-0001" })],
])("%s is refused and the others are taken", async (_name, changes) => {
  const states = await upload(world.municipal.token, offline(changes()), offline());
  expect(states.map(({ state }) => state)).toEqual(["refused", "taken"]);
});

test("an uploaded scan opens the intake and is in the talent's list with the time of the scan", async () => {
  await AccessEntryModel.deleteMany({});
  const scan = offline({ desk: "外出服务" });
  wait(server, 1200);
  const [taken] = await upload(world.municipal.token, scan);
  const reader = { accountId: world.municipal.accountId } as Reader;
  await expect(scanForIntake(reader, taken?.scanId ?? "", server.clock.now())).resolves.toEqual({
    talentId: world.talent.talentId,
    itemId,
  });
  const entry = await until(
    async () => (await AccessEntryModel.findOne({ subject: /外出/ }).lean()) ?? undefined,
  );
  expect(entry).toMatchObject({ what: "codeScanOffline", subject: "科技咨询 · 外出服务" });
  expect(entry.at.toISOString()).toBe(scan.at);
});
