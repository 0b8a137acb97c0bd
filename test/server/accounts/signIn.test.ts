import { startTestServer, type TestServer } from "../../support/testServer";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
});
afterAll(() => server.stop());

test("signs a WeChat user in and answers who they are", async () => {
  const { token, accountId } = await server.signInAs("newcomer");
  const { status, body } = await server.call("GET", "/api/me", { token });
  expect(status).toBe(200);
  expect(body).toMatchObject({ id: accountId, roles: [], talent: null, unreadNotices: 0 });
});

test("gives the same person the same account again", async () => {
  const first = await server.signInAs("talent-a");
  const second = await server.signInAs("talent-a");
  expect(second.accountId).toBe(first.accountId);
});
