import { VERIFICATION_SOURCES } from "@talent/shared/domain/cycles";
import { createHttpSources } from "../../../../server/features/cycles/sources/httpSources";
import { readConfig } from "../../../../server/platform/config";
import { createLogger } from "../../../../server/platform/logging/logger";
import type { Reader } from "../../../../server/platform/auth/reader";
import { verificationSettings } from "../../../../scripts/wechat-sandbox/src/verification/settings";
import { startedSandbox, type StartedSandbox } from "../../../wechat-sandbox/startedSandbox";

const NOW = new Date("2026-10-09T01:00:00.000Z");
const PATIENCE = { timeoutMs: 150, retries: 2, firstWaitMs: 5, downAfter: 2, leftAloneMs: 60_000 };
const INSURANCE = "/verification/social-insurance";
const PASSES = "999999198601018011";
const FAILS = "999999198601018015";
const DOUBTFUL = "999999198601018013";

const subject = {
  talentId: "650000000000000000000001",
  askedBy: { accountId: "650000000000000000000002" } as Reader,
  employerId: undefined,
  employerName: "示例单位",
  districtCode: "500103",
  startsOn: "2023-10-10",
  endsOn: "2026-10-09",
};

let sandbox: StartedSandbox;
let lines: string[];
beforeEach(async () => {
  lines = [];
  sandbox = await startedSandbox();
});
afterEach(() => sandbox.stop());

function sources(idNumber: string | undefined, overrides: Record<string, string | undefined> = {}) {
  const { sources: connections } = readConfig({
    MONGODB_URI: "mongodb://127.0.0.1/x",
    TRYOUT: "1",
    SANDBOX_URL: sandbox.uri,
    ...verificationSettings(sandbox),
    ...overrides,
  });
  const log = createLogger("trace", { write: (line: string) => void lines.push(line) });
  const made = createHttpSources({
    connections,
    idNumberFor: () => Promise.resolve(idNumber),
    log,
    patience: PATIENCE,
  });
  return async () => (await made.ask(subject, NOW)).map(({ result, evidence }) => ({ result, evidence }));
}
const fault = (kind: string, times: number) =>
  sandbox.send("POST", "/faults", { path: INSURANCE, fault: kind, times });
const faultsLeft = async () =>
  ((await (await fetch(`${sandbox.uri}/faults`)).json()) as { times: number }[])[0]?.times ?? 0;
const pass = expect.objectContaining({ result: "pass" });
const unknown = (evidence: string) => ({ result: "unknown", evidence: expect.stringContaining(evidence) });

test.each([
  [PASSES, ["pass", "pass", "pass"]],
  [FAILS, ["fail", "pass", "pass"]],
  [DOUBTFUL, ["pass", "pass", "unknown"]],
])("answers of the sources about %s come with evidence", async (idNumber, results) => {
  const answers = await sources(idNumber)();
  expect(answers.map(({ result }) => result)).toEqual(results);
  for (const { evidence } of answers) expect(evidence).toContain("（示例）");
});

test("answers stand in the order of the sources and carry the business time", async () => {
  const { sources: connections } = readConfig({
    MONGODB_URI: "mongodb://x",
    TRYOUT: "1",
    SANDBOX_URL: sandbox.uri,
  });
  const opened = jest.fn(() => Promise.resolve(PASSES));
  const made = createHttpSources({ connections, idNumberFor: opened, log: createLogger("silent") });
  expect(await made.ask(subject, NOW)).toEqual(
    VERIFICATION_SOURCES.map((source) => ({ source, ...unknown("未接入"), at: NOW })),
  );
  expect(opened).not.toHaveBeenCalled();
});

test("a failing source is asked again, and its answer counts", async () => {
  await fault("500", 2);
  expect(await sources(PASSES)()).toEqual([pass, pass, pass]);
  expect(lines).toEqual([]);
});

test.each([
  ["500", "对方系统故障"],
  ["TIMEOUT", "未在规定时间内应答"],
  ["DELAY:400", "未在规定时间内应答"],
  ["REFUSED", "无法连接"],
])("a source that always meets %s does not know and does not hold up the others", async (kind, evidence) => {
  await fault(kind, 9);
  const begun = performance.now();
  expect(await sources(PASSES)()).toEqual([unknown(evidence), pass, pass]);
  expect(performance.now() - begun).toBeLessThan(2_000);
  expect(await faultsLeft()).toBe(6);
});

test.each([
  ["GARBAGE", "无法识别"],
  ["401", "拒绝了查询"],
])("%s is not asked again: it would be the same", async (kind, evidence) => {
  await fault(kind, 9);
  expect(await sources(PASSES)()).toEqual([unknown(evidence), pass, pass]);
  expect(await faultsLeft()).toBe(8);
});

test("a source where nobody listens is not reachable, the others answer", async () => {
  const SOURCE_DISCREDIT_LIST_URL = "http://127.0.0.1:9/verification";
  expect(await sources(PASSES, { SOURCE_DISCREDIT_LIST_URL })()).toEqual([pass, pass, unknown("无法连接")]);
});

test("a source that is not connected leaves the others alone", async () => {
  const SOURCE_SOCIAL_INSURANCE_URL = undefined;
  expect(await sources(PASSES, { SOURCE_SOCIAL_INSURANCE_URL })()).toEqual([unknown("未接入"), pass, pass]);
});

test("nobody is asked about a talent without a record", async () => {
  await fault("500", 1);
  expect(await sources(undefined)()).toEqual([unknown("没有"), unknown("没有"), unknown("没有")]);
  expect(await faultsLeft()).toBe(1);
});

test("after two questions without an answer a source is left alone for a minute, then asked again", async () => {
  const clock = jest.spyOn(Date, "now");
  try {
    const began = Date.now();
    const ask = sources(PASSES);
    await fault("500", 6);
    await ask();
    await ask();
    expect(await ask()).toEqual([unknown("暂停查询"), pass, pass]);
    clock.mockImplementation(() => began + 59_000);
    expect(await ask()).toEqual([unknown("暂停查询"), pass, pass]);
    clock.mockImplementation(() => began + 70_000);
    expect(await ask()).toEqual([pass, pass, pass]);
    expect(await ask()).toEqual([pass, pass, pass]);
  } finally {
    clock.mockRestore();
  }
});

test("no line of the log names a number of an identity document", async () => {
  for (const kind of ["500", "GARBAGE", "REFUSED", "401"]) await fault(kind, 3);
  const ask = sources(PASSES);
  for (let question = 0; question < 4; question += 1) await ask();
  expect(lines.length).toBeGreaterThanOrEqual(3);
  for (const line of lines) expect(line).not.toContain(PASSES);
  expect(JSON.parse(lines[0] ?? "{}")).toMatchObject({
    source: "socialInsurance",
    talentId: subject.talentId,
  });
});
