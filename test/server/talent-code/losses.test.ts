import type { DeskKit } from "@talent/shared/contract/schemas/talentCode";
import { createCodeContext } from "../../../server/features/talent-code/index";
import { DayCodeModel } from "../../../server/features/talent-code/issuing/dayCodes";
import { keyJob } from "../../../server/features/talent-code/keys/routes";
import { codeStateOf } from "../../../server/features/talent-code/losses/state";
import type { Platform } from "../../../server/platform/platform";
import { TalentModel } from "../../../server/features/talents/index";
import { startTestServer, type Answer, type TestServer } from "../../support/testServer";
import { issueFor, shownAt, verified, verify, wait } from "../../support/talentCodes";
import { createWorld, testKeyring, type World } from "../../support/world";

let server: TestServer;
let world: World;

beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  world = await createWorld(server);
});
afterAll(() => server.stop());
beforeEach(() => wait(server, 90));

const codeOf = ({ body }: Answer) => (body as { error: { code: string } }).error.code;
const kitOf = async () =>
  (await server.call("GET", "/api/talent-code/desk-kit", { token: world.municipal.token })).body as DeskKit;
const report = (token: string, path: string, body: unknown, key?: string) =>
  server.call("POST", path, { token, body, ...(key === undefined ? {} : { key }) });
const OWN = "/api/me/talent-code/losses";
const FOR = "/api/talent-code/losses";

test("what a lost phone shows is refused from then on; the phone that signs in anew works", async () => {
  const before = await issueFor(server, world.talent.token);
  const list = (await kitOf()).lost;
  const answer = await report(world.talent.token, OWN, { kind: "phone", reason: "手机丢了" });
  expect(answer.body).toMatchObject({ maskedName: "陈**", losses: [{ kind: "phone", by: "" }] });
  const { token, code } = shownAt(server, before);
  for (const shown of [token, code]) {
    const refused = await verify(server, world.municipal.token, { code: shown });
    expect([refused.status, codeOf(refused)]).toEqual([409, "code_lost"]);
  }
  const after = (await kitOf()).lost;
  expect(after.version).toBeGreaterThan(list.version);
  expect(after.pseudonyms).toHaveLength(list.pseudonyms.length + 2);
  const anew = shownAt(server, await issueFor(server, world.talent.token));
  expect(anew.code).not.toBe(code);
  expect(verified(await verify(server, world.municipal.token, { code: anew.token })).answer).toBe("yes");
});

test("a repeated report changes nothing more", async () => {
  const body = { kind: "phone", reason: "手机丢了" };
  const first = await report(world.talent.token, OWN, body, "loss-report-1");
  const again = await report(world.talent.token, OWN, body, "loss-report-1");
  expect(again.body).toEqual(first.body);
});

test("staff report a loss by today's code string, and the other sign-ins of the talent end", async () => {
  const old = await server.signInAs("talent-b");
  const { code } = shownAt(server, await issueFor(server, world.talent.token));
  const answer = await report(world.district.token, FOR, { code, kind: "phone", reason: "来电挂失" });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ maskedName: "陈**" });
  const { losses } = answer.body as { losses: { by: string }[] };
  expect(losses.at(-1)?.by).toBe("区县人才服务平台 王芳");
  const refreshed = await server.call("POST", "/api/sessions/refresh", {
    body: { refreshToken: old.refreshToken },
  });
  expect(refreshed.status).toBe(401);
  const { token } = await server.signInAs("talent-b");
  world.talent.token = token;
});

test("a lost card is refused until it is found", async () => {
  const batch = await issueFor(server, world.talent.token);
  const card = batch.cardNumber;
  await report(world.talent.token, OWN, { kind: "card", reason: "卡丢了" });
  expect(codeOf(await verify(server, world.municipal.token, { code: card }))).toBe("code_lost");
  expect((await issueFor(server, world.talent.token)).cardLost).toBe(true);
  const shown = shownAt(server, batch).token;
  expect((await verify(server, world.municipal.token, { code: shown })).status).toBe(200);
  const found = await report(world.municipal.token, `${FOR}/card-found`, { code: card });
  expect(found.status).toBe(200);
  expect((await verify(server, world.municipal.token, { code: card })).status).toBe(200);
});

test("a specialist reports only for those whom they may see", async () => {
  const card = (await TalentModel.findById(world.talent.talentId).lean())?.codeString ?? "";
  const body = { code: card, kind: "card", reason: "挂失" };
  const answer = await report(world.foreignDistrict.token, FOR, body);
  expect([answer.status, codeOf(answer)]).toEqual([404, "not_found"]);
});

test("a number nobody has is told apart from a mistyped one", async () => {
  const body = { kind: "card", reason: "挂失" };
  const mistyped = await report(world.municipal.token, FOR, { ...body, code: "CQ-0000-0000-0000" });
  expect(codeOf(mistyped)).toBe("code_mistyped");
  const unknown = await report(world.municipal.token, FOR, { ...body, code: "CQ-9999-9999-999A" });
  expect(["code_unknown", "code_mistyped"]).toContain(codeOf(unknown));
});

test("a loss that was recorded but not carried through is finished by the job", async () => {
  const { token } = shownAt(server, await issueFor(server, world.talent.token));
  await report(world.talent.token, OWN, { kind: "phone", reason: "手机丢了" });
  await DayCodeModel.updateMany({}, { $unset: { lost: "" } });
  const platform = { keyring: testKeyring() } as Platform;
  const job = keyJob(createCodeContext(platform, { endSessions: () => Promise.resolve() }));
  await Promise.all([job.run(server.clock.now()), job.run(server.clock.now())]);
  expect(codeOf(await verify(server, world.municipal.token, { code: token }))).toBe("code_lost");
});

test("codes that are issued while a loss is reported are never taken of the lost phone", async () => {
  const [issued] = await Promise.all([
    issueFor(server, world.talent.token),
    report(world.talent.token, OWN, { kind: "phone", reason: "手机丢了" }),
  ]);
  const { generation } = await codeStateOf(world.talent.talentId);
  const earlier = await DayCodeModel.find({ generation: generation - 1 }).lean();
  expect(earlier.every(({ lost }) => lost === true)).toBe(true);
  const answer = await verify(server, world.municipal.token, { code: shownAt(server, issued).token });
  expect(answer.status === 200 || codeOf(answer) === "code_lost").toBe(true);
});
