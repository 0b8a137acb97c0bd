import { codeStringOf } from "@talent/shared/domain/codeString";
import { startTestServer, type TestServer } from "../../support/testServer";
import { addTalent } from "../../support/world";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
});
afterAll(() => server.stop());

const CODE = codeStringOf(90_001);
const ID_NUMBER = "50011219880808123X";
const link = (token: string, idNumber: string, codeString: string) =>
  server.call("POST", "/api/me/talent", { token, body: { idNumber, codeString } });

test("binds an account to the record that both numbers belong to, and no second account", async () => {
  const talentId = await addTalent({ category: "B", idNumber: ID_NUMBER, codeString: CODE });
  const { token, refreshToken } = await server.signInAs("newcomer");
  const linked = await link(token, ID_NUMBER.toLowerCase(), CODE.replaceAll("-", ""));
  expect(linked).toMatchObject({
    status: 200,
    body: { roles: [{ role: "talent" }], talent: { id: talentId, category: "B" } },
  });
  expect((await link(token, ID_NUMBER, CODE)).status).toBe(200);

  const refreshed = await server.call("POST", "/api/sessions/refresh", { body: { refreshToken } });
  const fresh = (refreshed.body as { token: string }).token;
  expect((await server.call("GET", "/api/requests", { token: fresh })).status).toBe(200);

  const other = await server.signInAs("talent-b");
  expect(await link(other.token, ID_NUMBER, CODE)).toMatchObject({
    status: 409,
    body: { error: { code: "already_linked" } },
  });
});

test("an account that has a record does not get another one", async () => {
  const { token } = await server.signInAs("talent-c");
  await addTalent({ category: "C", idNumber: "500112198808081111", codeString: codeStringOf(90_002) });
  await addTalent({ category: "C", idNumber: "500112198808082222", codeString: codeStringOf(90_003) });
  expect((await link(token, "500112198808081111", codeStringOf(90_002))).status).toBe(200);
  const second = await link(token, "500112198808082222", codeStringOf(90_003));
  expect(second.body).toMatchObject({ error: { code: "already_linked" } });
});

test("one right number is not enough, and guessing ends after five tries an hour", async () => {
  const { token } = await server.signInAs("talent-d");
  await addTalent({ category: "D", idNumber: "500112198808083333", codeString: codeStringOf(90_004) });
  const wrong = [
    await link(token, "500112198808083333", codeStringOf(90_005)),
    await link(token, "500112198808089999", codeStringOf(90_004)),
    await link(token, "500112198808089998", codeStringOf(90_006)),
    await link(token, "500112198808089997", codeStringOf(90_006)),
    await link(token, "500112198808089996", codeStringOf(90_006)),
  ];
  expect(wrong.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422]);
  expect((await link(token, "500112198808083333", codeStringOf(90_004))).status).toBe(429);
});
