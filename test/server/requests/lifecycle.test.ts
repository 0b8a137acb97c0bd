import { startTestServer, type TestServer } from "../../support/testServer";
import { createWorld, type World } from "../../support/world";
import { caseCalls, offered, refusal, requestIn } from "../../support/caseCalls";
import { RequestModel, isIntact } from "../../../server/features/requests/index";

let server: TestServer;
let world: World;
let calls: ReturnType<typeof caseCalls>;

beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  world = await createWorld(server);
  calls = caseCalls(server, world);
});

afterAll(() => server.stop());

test("a request goes from the talent through specialist and liaison to the rating", async () => {
  const submitted = await calls.submitted();
  expect(submitted).toMatchObject({
    status: "submitted",
    lane: "toAccept",
    number: expect.stringMatching(/^26-\d{5}$/),
  });
  const { id } = submitted;

  const accepted = requestIn(await calls.post(world.district, `/${id}/accept`));
  expect(accepted).toMatchObject({
    status: "accepted",
    lane: "toDispatch",
    limit: { kind: "handling", workingDays: 5 },
  });

  const body = { postId: world.post.id };
  const dispatched = requestIn(await calls.post(world.district, `/${id}/dispatch`, body));
  expect(dispatched).toMatchObject({
    status: "dispatched",
    lane: "inHand",
    holder: { letter: "A", name: "谭静" },
  });

  const signed = requestIn(await calls.post(world.liaison, `/${id}/sign`));
  expect(signed.status).toBe("handling");
  expect(offered(signed)[0]).toBe("complete");

  const answers = [{ outcome: "done", note: "已安排周三上午咨询" }];
  const done = requestIn(await calls.post(world.liaison, `/${id}/complete`, { answers }));
  expect(done).toMatchObject({ status: "completed", lane: "done", limit: { state: "ended" } });

  const rating = { level: "satisfied", tags: ["fast"] };
  const rated = requestIn(await calls.post(world.talent, `/${id}/rating`, rating));
  expect(rated).toMatchObject({ rating: { level: "satisfied", tags: ["fast"] }, canRate: false });
  expect(rated.timeline.map((event) => event.type)).toEqual([
    "submitted",
    "accepted",
    "dispatched",
    "signed",
    "completed",
    "rated",
  ]);
});

test("every step writes its notices in the same document and chains its event", async () => {
  const { id } = await calls.completed();
  const stored = await RequestModel.findById(id).lean();
  expect(stored?.outbox.map((entry) => entry.type)).toEqual(
    expect.arrayContaining([
      "newRequestForSpecialist",
      "requestAccepted",
      "newCaseForHolder",
      "requestCompleted",
    ]),
  );
  expect(stored?.outboxPending).toBe(true);
  expect(isIntact(stored?.timeline ?? [])).toBe(true);
  const tampered = (stored?.timeline ?? []).map((event, index) =>
    index === 1 ? { ...event, note: "x" } : event,
  );
  expect(isIntact(tampered)).toBe(false);
});

test("the talent reads staff names masked, staff read them in full", async () => {
  const { id } = await calls.handling();
  const own = requestIn(await calls.read(world.talent, id));
  expect(own.holder?.name).toBe("谭*");
  expect(own.officers).toContainEqual({
    name: "谭*",
    office: "渝北区教委",
    duty: "holder",
    phone: "023-00000001",
  });
  const staff = requestIn(await calls.read(world.district, id));
  expect(staff.holder?.name).toBe("谭静");
});

test("refuses to complete a withdrawn request and says how it stands", async () => {
  const { id } = await calls.handling();
  requestIn(await calls.post(world.talent, `/${id}/withdraw`));
  const answers = [{ outcome: "done", note: "办好了" }];
  const late = await calls.post(world.liaison, `/${id}/complete`, { answers });
  expect(refusal(late)).toBe("409 state_changed");
  expect(late.body).toMatchObject({ error: { details: { status: "withdrawn", can: [] } } });
});

test("of twenty acceptances at once one wins and the others learn the present state", async () => {
  const { id } = await calls.submitted();
  const people = Array.from({ length: 20 }, (_, index) =>
    index % 2 === 0 ? world.municipal : world.district,
  );
  const answers = await Promise.all(people.map((person) => calls.post(person, `/${id}/accept`)));
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  const lost = answers.filter((answer) => answer.status !== 200);
  expect(new Set(lost.map(refusal))).toEqual(new Set(["409 state_changed"]));
  expect(lost[0]?.body).toMatchObject({ error: { details: { status: "accepted" } } });
  const stored = await RequestModel.findById(id).lean();
  expect(stored?.timeline.filter((event) => event.type === "accepted")).toHaveLength(1);
});
