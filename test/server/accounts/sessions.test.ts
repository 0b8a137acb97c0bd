import { AccountModel } from "../../../server/features/accounts/index";
import { createFixedClock } from "../../../server/platform/clock";
import { startTestServer, TEST_NOW, type TestServer } from "../../support/testServer";

const realTime = createFixedClock(TEST_NOW);
let at = Date.parse(TEST_NOW);
function later(seconds: number): void {
  at += seconds * 1000;
  realTime.moveTo(new Date(at));
}

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ roles: "web", realTime });
});
afterAll(() => server.stop());

const refresh = (refreshToken: string) =>
  server.call("POST", "/api/sessions/refresh", { body: { refreshToken } });
const me = (token: string) => server.call("GET", "/api/me", { token });
const pairOf = (body: unknown) => body as { token: string; refreshToken: string };
const refusal = (code: string) => ({ error: { code } });

test("an access token ends after ten minutes and a refresh gives a new one", async () => {
  const { token, refreshToken } = await server.signInAs("talent-a");
  later(599);
  expect((await me(token)).status).toBe(200);
  later(2);
  const expired = await me(token);
  expect([expired.status, expired.body]).toMatchObject([401, refusal("token_expired")]);
  const fresh = await refresh(refreshToken);
  expect(fresh.status).toBe(200);
  expect((await me(pairOf(fresh.body).token)).status).toBe(200);
});

test("two refreshes at once get the same successor, which goes on working", async () => {
  const { refreshToken } = await server.signInAs("talent-a");
  const answers = await Promise.all([refresh(refreshToken), refresh(refreshToken), refresh(refreshToken)]);
  const successors = new Set(answers.map(({ body }) => pairOf(body).refreshToken));
  expect(successors.size).toBe(1);
  expect((await refresh([...successors][0] ?? "")).status).toBe(200);
});

test("a token used again after the grace ends the whole family", async () => {
  const { refreshToken } = await server.signInAs("talent-b");
  const next = pairOf((await refresh(refreshToken)).body);
  later(11);
  const reused = await refresh(refreshToken);
  expect([reused.status, reused.body]).toMatchObject([401, refusal("refresh_token_reused")]);
  const successor = await refresh(next.refreshToken);
  expect([successor.status, successor.body]).toMatchObject([401, refusal("refresh_token_invalid")]);
  later(4);
  expect((await me(next.token)).body).toMatchObject(refusal("token_invalid"));
});

test("signing out ends the refresh token at once and the access token within seconds", async () => {
  const { token, refreshToken } = await server.signInAs("talent-c");
  expect((await server.call("POST", "/api/sessions/end", { body: { refreshToken } })).status).toBe(204);
  expect((await refresh(refreshToken)).body).toMatchObject(refusal("refresh_token_invalid"));
  later(4);
  expect((await me(token)).body).toMatchObject(refusal("token_invalid"));
});

test("an unused sign-in ends after thirty days", async () => {
  const { refreshToken } = await server.signInAs("talent-d");
  later(30 * 86_400 + 1);
  expect((await refresh(refreshToken)).body).toMatchObject(refusal("refresh_token_invalid"));
});

test("a disabled account gets no token any more", async () => {
  const { refreshToken, accountId } = await server.signInAs("talent-e");
  await AccountModel.updateOne({ _id: accountId }, { $set: { disabled: true } });
  expect((await refresh(refreshToken)).body).toMatchObject(refusal("account_disabled"));
});

test.each([["unknown-code", "login_code_invalid", 401]])(
  "refuses the login code %s",
  async (code, error, status) => {
    const answer = await server.call("POST", "/api/sessions", { body: { code } });
    expect([answer.status, answer.body]).toMatchObject([status, refusal(error)]);
  },
);

test("a login code works once", async () => {
  const issued = await fetch(`${server.sandboxUrl}/personas/talent-f/login-code`, { method: "POST" });
  const { code } = (await issued.json()) as { code: string };
  expect((await server.call("POST", "/api/sessions", { body: { code } })).status).toBe(201);
  const again = await server.call("POST", "/api/sessions", { body: { code } });
  expect(again.body).toMatchObject(refusal("login_code_invalid"));
});

test("says so when WeChat does not answer", async () => {
  await fetch(`${server.sandboxUrl}/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ path: "/sns/jscode2session", fault: "-1", times: 1 }),
  });
  const answer = await server.call("POST", "/api/sessions", { body: { code: "whatever" } });
  expect([answer.status, answer.body]).toMatchObject([503, refusal("wechat_unavailable")]);
});

test("stores no refresh token in the clear", async () => {
  const { refreshToken } = await server.signInAs("talent-a");
  const stored = await AccountModel.db.collection("sessions").find().toArray();
  expect(JSON.stringify(stored)).not.toContain(refreshToken.split(".")[1]);
});
