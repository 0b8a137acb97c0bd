import { DayKeysModel, SigningKeyModel } from "../../../server/features/talent-code/keys/model";
import { createCodeContext } from "../../../server/features/talent-code/index";
import { keyJob } from "../../../server/features/talent-code/keys/routes";
import type { Platform } from "../../../server/platform/platform";
import { startTestServer, type TestServer } from "../../support/testServer";
import { issueFor, shownAt, verify, wait } from "../../support/talentCodes";
import { createWorld, testKeyring, type World } from "../../support/world";

let server: TestServer;
let world: World;
let administrator: { token: string };

beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  world = await createWorld(server);
  administrator = await server.signInWith("administrator", {
    name: "管理员",
    grants: [{ role: "administrator" }],
  });
});
afterAll(() => server.stop());

type Keys = { keys: { id: number; signedUntil?: string }[] };
const keysNow = async () =>
  ((await server.call("GET", "/api/talent-code/keys", { token: administrator.token })).body as Keys).keys;
const rotate = (key: string) =>
  server.call("POST", "/api/talent-code/keys", { token: administrator.token, body: {}, key });

/** The job of a worker of its own. */
function job() {
  const platform = { keyring: testKeyring() } as Platform;
  return keyJob(createCodeContext(platform, { endSessions: () => Promise.resolve() }));
}

test("tokens of the key before stay valid, new ones carry the new key", async () => {
  const before = await issueFor(server, world.talent.token);
  const rotated = (await rotate("rotation-0001")).body as Keys;
  expect(rotated.keys.map(({ id, signedUntil }) => [id, signedUntil === undefined])).toEqual([
    [1, true],
    [0, false],
  ]);
  const code = shownAt(server, before).token;
  expect((await verify(server, world.municipal.token, { code })).status).toBe(200);
  expect((await issueFor(server, world.talent.token)).keyId).toBe(1);
});

test("a repeated call makes no second key", async () => {
  const first = await rotate("rotation-0002");
  const again = await rotate("rotation-0002");
  expect(again.body).toEqual(first.body);
});

test("of many calls at once each makes one key, and one signs", async () => {
  const before = (await keysNow()).length;
  await Promise.all([rotate("rotation-0003"), rotate("rotation-0004"), rotate("rotation-0005")]);
  const keys = await keysNow();
  expect(keys).toHaveLength(before + 3);
  expect(keys.filter(({ signedUntil }) => signedUntil === undefined)).toHaveLength(1);
});

test("the job changes nothing the second time, nor on two workers at once", async () => {
  await job().run(server.clock.now());
  const before = [await SigningKeyModel.find().lean(), await DayKeysModel.find().lean()];
  await job().run(server.clock.now());
  await Promise.all([job().run(server.clock.now()), job().run(server.clock.now())]);
  expect([await SigningKeyModel.find().lean(), await DayKeysModel.find().lean()]).toEqual(before);
});

test("after thirty days two workers at once make one new key, and the dead ones go", async () => {
  const [newest] = await keysNow();
  wait(server, 31 * 86_400);
  await Promise.all([job().run(server.clock.now()), job().run(server.clock.now())]);
  const keys = await keysNow();
  expect(keys.map(({ id }) => id)).toEqual([(newest?.id ?? 0) + 1, newest?.id]);
});

test("today's and tomorrow's keys are there, those of more than a week ago are gone for good", async () => {
  const days = (await DayKeysModel.find().sort({ _id: 1 }).lean()).map(({ _id }) => _id);
  expect(days).toEqual(["2026-11-09", "2026-11-10"]);
});

test("after the last key id the first one follows", async () => {
  await SigningKeyModel.deleteMany({});
  const [key] = await keysNow();
  expect(key).toBeUndefined();
  await rotate("rotation-0006");
  await SigningKeyModel.collection.updateOne({ _id: 0 as never }, { $set: { callKey: "none" } });
  const only = await SigningKeyModel.findById(0).lean();
  await SigningKeyModel.deleteMany({});
  await SigningKeyModel.create({ ...only, _id: 255 });
  wait(server, 60);
  await rotate("rotation-0007");
  expect((await keysNow()).map(({ id }) => id)).toEqual([0, 255]);
});

test("private keys and day keys are sealed", async () => {
  const rows = JSON.stringify([await SigningKeyModel.find().lean(), await DayKeysModel.find().lean()]);
  expect(rows).not.toContain("MC4CAQAw");
  for (const { privateKey } of await SigningKeyModel.find().lean()) expect(privateKey).toMatch(/^g1\./);
  for (const { readingKey, linkingKey } of await DayKeysModel.find().lean())
    expect([readingKey, linkingKey].every((key) => key.startsWith("g1."))).toBe(true);
});
