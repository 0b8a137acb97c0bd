import { startSandbox, type RunningSandbox } from "../../../../scripts/wechat-sandbox/src/index";
import { verificationSettings } from "../../../../scripts/wechat-sandbox/src/verification/settings";
import { AccessEntryModel } from "../../../../server/features/audit/index";
import { startTestServer, type TestServer } from "../../../support/testServer";
import { GOOD, createCyclePeople, cycleCalls, cycleIn } from "../cyclePeople";

const FAILS_INSURANCE = "999999198601018015";

let sandbox: RunningSandbox;
let server: TestServer;
let calls: ReturnType<typeof cycleCalls>;
beforeAll(async () => {
  sandbox = await startSandbox();
  const env = verificationSettings({ uri: sandbox.uri, secret: sandbox.credentials.secret });
  server = await startTestServer({ roles: "web", now: "2026-08-20T01:00:00.000Z", sandbox, env });
  calls = cycleCalls(server);
});
afterAll(async () => {
  await server.stop();
  await sandbox.stop();
});

/** An evaluated cycle of a talent with this number. */
async function evaluatedCycle(idNumber?: string) {
  server.clock.moveTo(new Date("2026-08-20T01:00:00Z"));
  const people = await createCyclePeople(server, idNumber === undefined ? {} : { idNumber });
  const { id } = await calls.mine(people.talent);
  await calls.moveTo("2026-11-10T10:00");
  cycleIn(await calls.post(people.employer, `${id}/evaluation`, GOOD));
  return { people, id };
}
const results = (cycle: { verification: { result: string }[] }) =>
  cycle.verification.map(({ result }) => result);

test("a talent whom every source passes is suggested for the next cycle", async () => {
  const { people, id } = await evaluatedCycle();
  const verifying = cycleIn(await calls.post(people.district, `${id}/verification`, {}));
  expect(results(verifying)).toEqual(["pass", "pass", "pass"]);
  expect(verifying).toMatchObject({ stage: "verifying", suggested: "renew" });
});

test("one whom a source fails is suggested for the end, and sees for whom the number was read", async () => {
  const { people, id } = await evaluatedCycle(FAILS_INSURANCE);
  const verifying = cycleIn(await calls.post(people.district, `${id}/verification`, {}));
  expect(results(verifying)).toEqual(["fail", "pass", "pass"]);
  expect(verifying.suggested).toBe("end");
  const { talentId } = people.talent;
  expect(await AccessEntryModel.find({ talentId, what: "idNumber" }).lean()).toMatchObject([
    { reason: expect.stringContaining("核实") },
  ]);
});

test("a dead source does not stop the verification; taken up again after a pause, it is asked anew", async () => {
  const { people, id } = await evaluatedCycle();
  await fetch(`${sandbox.uri}/faults`, {
    method: "POST",
    body: JSON.stringify({ path: "/verification/discredit-list", fault: "500", times: 3 }),
  });
  const verifying = cycleIn(await calls.post(people.district, `${id}/verification`, {}));
  expect(results(verifying)).toEqual(["pass", "pass", "unknown"]);
  expect(verifying.suggested).toBeUndefined();
  await calls.post(people.district, `${id}/decide`, { decision: "pause", reason: "待核实" });
  const again = cycleIn(await calls.post(people.district, `${id}/resume`, { reason: "已恢复" }));
  expect(results(again)).toEqual(["pass", "pass", "pass"]);
});
