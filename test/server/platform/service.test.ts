import { PUBLISHED_CALENDAR } from "@talent/shared/calendar/workingDays";
import { openState } from "../../../server/features/service/openingHours";
import { startTestServer, type TestServer } from "../../support/testServer";

const HOURS = { opensAt: "09:00", closesAt: "17:30" };

test.each([
  ["a working day in hours", "2026-10-09T01:00:00Z", { openNow: true }],
  [
    "before opening",
    "2026-10-09T00:59:00Z",
    { openNow: false, nextOpenOn: "2026-10-09", nextOpenTime: "09:00" },
  ],
  [
    "after closing, with a worked Saturday ahead",
    "2026-10-09T09:30:00Z",
    { openNow: false, nextOpenOn: "2026-10-10", nextOpenTime: "09:00" },
  ],
  ["a worked Saturday", "2026-10-10T03:00:00Z", { openNow: true }],
  [
    "the national holiday",
    "2026-10-01T03:00:00Z",
    { openNow: false, nextOpenOn: "2026-10-08", nextOpenTime: "09:00" },
  ],
])("opening hours on %s", (_what, now, state) => {
  expect(openState(HOURS, PUBLISHED_CALENDAR, new Date(now))).toEqual(state);
});

describe("trying out", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ roles: "web" });
  });
  afterAll(() => server.stop());

  test("the clock moves and runs again", async () => {
    const moved = await server.call("PUT", "/api/try-out/clock", {
      body: { now: "2027-03-01T09:00:00+08:00" },
    });
    expect(moved.body).toEqual({ now: "2027-03-01T01:00:00.000Z" });
    expect((await server.call("GET", "/api/service-info")).body).toMatchObject({
      todayOn: "2027-03-01",
      tryOut: true,
    });
    await server.call("PUT", "/api/try-out/clock", { body: { now: null } });
    expect((await server.call("GET", "/api/service-info")).body).toMatchObject({ todayOn: "2026-10-09" });
  });

  test("a persona signs in through the browser's own address", async () => {
    const { body } = await server.call("POST", "/api/try-out/personas/talent-a/login-code");
    const session = await server.call("POST", "/api/sessions", { body });
    expect(session.status).toBe(201);
    expect((await server.call("POST", "/api/try-out/personas/nobody/login-code")).status).toBe(404);
  });
});

test("without trying out its routes do not exist", async () => {
  const other = await startTestServer({ roles: "web" });
  const { appid, secret } = other.sandbox.credentials;
  const key = Buffer.alloc(32, 1).toString("base64");
  const plain = await startTestServer({
    roles: "web",
    mongo: other.mongo,
    sandbox: other.sandbox,
    env: {
      TRYOUT: "0",
      WECHAT_APPID: appid,
      WECHAT_SECRET: secret,
      WECHAT_API_BASE_URL: other.sandboxUrl,
      TOKEN_SECRET: key,
      FIELD_KEYS: `k:${key}`,
      BLIND_INDEX_KEY: key,
    },
  });
  expect((await plain.call("PUT", "/api/try-out/clock", { body: { now: null } })).status).toBe(404);
  expect((await plain.call("GET", "/api/try-out/personas")).status).toBe(404);
  await plain.stop();
  await other.stop();
});
