import { startedSandbox, type StartedSandbox } from "../startedSandbox";

const INSURANCE = "/verification/social-insurance";
let sandbox: StartedSandbox;

beforeEach(async () => {
  sandbox = await startedSandbox();
});
afterEach(() => sandbox.stop());

const ask = (path: string, idNumber: string, secret = sandbox.secret) =>
  fetch(`${sandbox.uri}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
    body: JSON.stringify({ idNumber, employerName: "示例单位" }),
  });

test.each([
  [INSURANCE, "999999198601018011", "pass"],
  [INSURANCE, "999999198601018015", "fail"],
  ["/verification/registered-employer", "999999198601018016", "fail"],
  ["/verification/discredit-list", "999999198601018013", "unknown"],
])("%s says of %s: %s", async (path, idNumber, result) => {
  expect(await (await ask(path, idNumber)).json()).toEqual({ result, evidence: expect.any(String) });
});

test("a source answers nobody without the secret, and no question without a number", async () => {
  expect((await ask(INSURANCE, "999999198601018011", "wrong")).status).toBe(401);
  const bare = await fetch(`${sandbox.uri}${INSURANCE}`, {
    method: "POST",
    headers: { authorization: `Bearer ${sandbox.secret}` },
  });
  expect(bare.status).toBe(400);
});

test.each(["500", "503"])("the fault %s is met as often as asked, by its source alone", async (fault) => {
  await sandbox.send("POST", "/faults", { path: INSURANCE, fault, times: 1 });
  expect((await ask("/verification/discredit-list", "1")).status).toBe(200);
  expect((await ask(INSURANCE, "1")).status).toBe(Number(fault));
  expect((await ask(INSURANCE, "1")).status).toBe(200);
});

test("delays, garbage and broken connections are faults of sources, codes of WeChat are not", async () => {
  for (const fault of ["DELAY:50", "GARBAGE", "REFUSED"])
    await sandbox.send("POST", "/faults", { path: INSURANCE, fault });
  const begun = performance.now();
  expect((await ask(INSURANCE, "1")).status).toBe(200);
  expect(performance.now() - begun).toBeGreaterThan(45);
  await expect((await ask(INSURANCE, "1")).json()).rejects.toThrow();
  await expect(ask(INSURANCE, "1")).rejects.toThrow();
  expect(await sandbox.send("POST", "/faults", { path: INSURANCE, fault: "43101" })).toHaveProperty("error");
});
