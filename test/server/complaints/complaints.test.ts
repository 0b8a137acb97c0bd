import { refusal, detailsOf } from "../../support/caseCalls";
import { startTestServer, type TestServer } from "../../support/testServer";
import { createWorld, type World } from "../../support/world";
import { letterCalls, letterIn } from "./letters";

let server: TestServer;
let world: World;
let calls: ReturnType<typeof letterCalls>;
beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server);
  calls = letterCalls(server, world);
});
afterAll(() => server.stop());

const TEXT = { kind: "complaint", text: "等了两周没有消息" };

test("a complaint gets a number and the day on which it has to be accepted", async () => {
  const letter = await calls.written();
  expect(letter).toMatchObject({
    status: "received",
    from: "陈**",
    round: 1,
    dueOn: "2026-10-10",
    standing: "inTime",
    can: ["withdraw"],
  });
  expect(letter.number).toMatch(/^TS26-\d{5}$/);
});

test("the same key makes one complaint, also four times at once, and refuses other content", async () => {
  const create = (body: object) => calls.post(world.talent, "", body, "complaint-key-1");
  const answers = await Promise.all([1, 2, 3, 4].map(() => create(TEXT)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(new Set(answers.map((answer) => letterIn(answer).id)).size).toBe(1);
  expect(refusal(await create({ ...TEXT, text: "别的" }))).toBe("409 idempotency_key_reused");
});

test("nobody else knows that a letter exists: not another talent, not a foreign district", async () => {
  const { id } = await calls.written();
  const stranger = await server.signInWith("talent-a", { name: "顾**", grants: [{ role: "talent" }] });
  for (const person of [stranger, world.foreignDistrict, world.liaison])
    expect(refusal(await calls.read(person, id))).toBe("404 not_found");
  expect((await calls.read(world.district, id)).status).toBe(200);
  expect((await calls.read(world.municipal, id)).status).toBe(200);
});

test("its writer sees no name of the staff in full and no note of theirs", async () => {
  const { id } = await calls.investigating();
  letterIn(await calls.post(world.district, `/${id}/notes`, { note: "电话记录里没有这一通" }));
  const own = letterIn(await calls.read(world.talent, id));
  expect(JSON.stringify(own)).not.toMatch(/王芳|李海燕|电话记录/);
  expect(own.investigator).toBe("区县人才服务平台 王*");
  expect(own.timeline.map(({ type }) => type)).toEqual(["received", "accepted"]);
  const staff = letterIn(await calls.read(world.municipal, id));
  expect(staff.timeline.map(({ type }) => type)).toEqual(["received", "accepted", "assigned", "noted"]);
});

test("reading it stands in the writer's own access log", async () => {
  const { id, number } = await calls.written();
  await calls.read(world.municipal, id);
  await new Promise((resolve) => setTimeout(resolve, 700));
  const log = await server.call("GET", "/api/me/access-log", { token: world.talent.token });
  expect((log.body as { items: object[] }).items).toContainEqual(
    expect.objectContaining({ who: "李海燕", what: "complaint", subject: number }),
  );
});

test("a request that is somebody else's cannot be named", async () => {
  const answer = await calls.post(world.talent, "", { ...TEXT, requestId: "0123456789abcdef01234567" });
  expect(refusal(answer)).toBe("400 invalid_input");
  expect(detailsOf(answer)["fields"]).toEqual([{ field: "body.requestId", problem: "not_yours" }]);
});

test("words that WeChat's content check refuses are not taken; when it does not answer, the letter gets through", async () => {
  const writer = world.municipal2;
  const risky = await calls.post(writer, "", { ...TEXT, text: "有人在群里发网络赌博" });
  expect(refusal(risky)).toBe("422 content_refused");
  await fetch(`${server.sandboxUrl}/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ path: "/wxa/msg_sec_check", fault: "-1", times: 5 }),
  });
  expect(letterIn(await calls.post(writer, "", TEXT)).status).toBe("received");
  await fetch(`${server.sandboxUrl}/faults`, { method: "DELETE" });
});

test("somebody who is no talent and no staff may write too", async () => {
  const visitor = await server.signInAs("newcomer");
  const letter = letterIn(await server.call("POST", "/api/complaints", { token: visitor.token, body: TEXT }));
  expect(letter.from).toBe("微信用户");
});

test("after ten in an hour further ones have to wait", async () => {
  const { token } = await server.signInAs("talent-c");
  const statuses: number[] = [];
  for (let count = 0; count < 11; count += 1)
    statuses.push((await server.call("POST", "/api/complaints", { token, body: TEXT })).status);
  expect(statuses).toEqual([...Array<number>(10).fill(201), 429]);
  const refused = await server.call("POST", "/api/complaints", { token, body: TEXT });
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
});
