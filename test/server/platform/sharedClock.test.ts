import { startTestServer, type TestServer } from "../../support/testServer";
import { until } from "../../support/until";

const LATER = "2026-12-24T01:00:00.000Z";
let servers: TestServer[];

beforeAll(async () => {
  const dbName = "shared-clock";
  const first = await startTestServer({ dbName, roles: "web" });
  const joined = { dbName, mongo: first.mongo, sandbox: first.sandbox };
  servers = [first, await startTestServer({ ...joined, roles: "worker" })];
});
afterAll(async () => {
  for (const server of [...servers].reverse()) await server.stop();
});

test("moved in a web, the clock of the worker follows; null is real time again for both", async () => {
  const [web, worker] = servers as [TestServer, TestServer];
  const start = worker.clock.now();
  await web.call("PUT", "/api/try-out/clock", { body: { now: LATER } });
  expect(web.clock.now().toISOString()).toBe(LATER);
  await until(async () => (worker.clock.now() >= new Date(LATER) ? true : undefined));
  await web.call("PUT", "/api/try-out/clock", { body: { now: null } });
  await until(async () => (worker.clock.now().getTime() === start.getTime() ? true : undefined));
});
