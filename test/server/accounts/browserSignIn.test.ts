import { createFixedClock } from "../../../server/platform/clock";
import { startTestServer, TEST_NOW, type TestServer } from "../../support/testServer";

const realTime = createFixedClock(TEST_NOW);
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ roles: "web", realTime });
});
afterAll(() => server.stop());
beforeEach(() => realTime.moveTo(null));

interface Begun {
  id: string;
  secret: string;
  qrText: string;
}
const begin = async () => (await server.call("POST", "/api/browser-sign-ins")).body as Begun;
const claim = ({ id }: Begun, secret: string) =>
  server.call("POST", `/api/browser-sign-ins/${id}/claim`, { body: { secret } });
const approve = (token: string, qrText: string) =>
  server.call("POST", "/api/browser-sign-ins/approve", { token, body: { qrText } });
const asSpecialist = () =>
  server.signInWith("municipal-specialist", { name: "李海燕", grants: [{ role: "municipalSpecialist" }] });

test("the browser waits, is signed in after the confirmation, once", async () => {
  const { token, accountId } = await asSpecialist();
  const begun = await begin();
  expect((await claim(begun, begun.secret)).body).toEqual({ state: "waiting" });
  expect((await approve(token, begun.qrText)).status).toBe(204);
  const claimed = await claim(begun, begun.secret);
  expect(claimed.body).toMatchObject({
    state: "approved",
    session: { me: { id: accountId, displayName: "李海燕" } },
  });
  const { session } = claimed.body as { session: { token: string } };
  expect((await server.call("GET", "/api/me", { token: session.token })).status).toBe(200);
  expect((await claim(begun, begun.secret)).status).toBe(410);
});

test("two claims at once give one session", async () => {
  const { token } = await asSpecialist();
  const begun = await begin();
  await approve(token, begun.qrText);
  const statuses = (await Promise.all([1, 2, 3, 4].map(() => claim(begun, begun.secret)))).map(
    ({ status }) => status,
  );
  expect(statuses.sort()).toEqual([200, 410, 410, 410]);
});

test("another browser's secret opens nothing", async () => {
  const { token } = await asSpecialist();
  const [mine, theirs] = [await begin(), await begin()];
  await approve(token, mine.qrText);
  expect((await claim(mine, theirs.secret)).status).toBe(410);
});

test("a code is confirmed once, and not after two minutes", async () => {
  const { token } = await asSpecialist();
  const begun = await begin();
  expect((await approve(token, begun.qrText)).status).toBe(204);
  expect((await approve(token, begun.qrText)).status).toBe(410);
  const late = await begin();
  realTime.moveTo(new Date(Date.parse(TEST_NOW) + 120_001));
  expect((await approve(token, late.qrText)).status).toBe(410);
  expect((await claim(late, late.secret)).status).toBe(410);
});
