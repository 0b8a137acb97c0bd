import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { RequestModel, isIntact, type RequestDocument } from "../../../server/features/requests/index";
import { caseCalls, requestIn } from "../../support/caseCalls";
import { startTestServer, type Answer, type TestServer } from "../../support/testServer";
import { createWorld, type World } from "../../support/world";

const REQUESTS = 125;
const SPECIALISTS = ["municipal", "municipal2", "district"] as const;
/** Calls per request: with 125 requests a thousand. */
const CALLS_EACH = 8;

let server: TestServer;
let world: World;

beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  world = await createWorld(server);
});
afterAll(() => server.stop());

test("of a thousand who accept at once each request is accepted by one", async () => {
  const calls = caseCalls(server, world);
  const submitted: RequestDetail[] = [];
  while (submitted.length < REQUESTS)
    submitted.push(...(await Promise.all(Array.from({ length: 25 }, () => calls.submitted()))));
  const accepts = submitted.flatMap(({ id }) =>
    Array.from({ length: CALLS_EACH }, (_, index) => {
      const who = world[SPECIALISTS[index % SPECIALISTS.length] ?? "municipal"];
      return async () => ({ id, answer: await calls.post(who, `/${id}/accept`) });
    }),
  );
  const answers: { id: string; answer: Answer }[] = [];
  const lanes = Array.from({ length: 64 }, async (_, lane) => {
    for (let index = lane; index < accepts.length; index += 64) {
      const accept = accepts[index];
      if (accept !== undefined) answers.push(await accept());
    }
  });
  await Promise.all(lanes);
  expect(answers).toHaveLength(1000);
  for (const { id } of submitted) {
    const statuses = answers.filter((one) => one.id === id).map(({ answer }) => answer.status);
    expect(statuses.sort()).toEqual([200, ...Array<number>(CALLS_EACH - 1).fill(409)]);
  }
  const rows = await RequestModel.find({ status: "accepted" }).lean<RequestDocument[]>().exec();
  expect(rows).toHaveLength(REQUESTS);
  for (const { timeline } of rows) {
    expect(timeline.filter(({ type }) => type === "accepted")).toHaveLength(1);
    expect(isIntact(timeline)).toBe(true);
  }
  expect(requestIn(await calls.read(world.talent, submitted[0]?.id ?? "")).status).toBe("accepted");
}, 90_000);
