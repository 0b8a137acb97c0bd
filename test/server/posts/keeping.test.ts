import type { PlannedPost } from "@talent/shared/contract/schemas/posts";
import { AccountModel } from "../../../server/features/accounts/index";
import { forgetPosts, PostModel } from "../../../server/features/posts/index";
import { RequestModel, type RequestDocument } from "../../../server/features/requests/index";
import { caseCalls, detailsOf, refusal } from "../../support/caseCalls";
import { startTestServer, type Answer, type TestServer } from "../../support/testServer";
import { createWorld, type Person, type World } from "../../support/world";

let server: TestServer;
let world: World;
let calls: ReturnType<typeof caseCalls>;
let administrator: Person;
let b: Person;
let c: Person;

beforeAll(async () => {
  server = await startTestServer({ roles: "web", now: "2026-10-09T01:00:00Z" });
  world = await createWorld(server);
  calls = caseCalls(server, world);
  const { departmentId } = world.post;
  const grants = [{ role: "departmentLiaison" as const, departmentId }];
  b = await server.signInWith("liaison-education-b", { name: "谭明", grants });
  c = await server.signInWith("liaison-hr", { name: "谢文", grants });
  administrator = await server.signInWith("administrator", {
    name: "许静",
    grants: [{ role: "administrator" }],
  });
});
afterAll(() => server.stop());

const send = (method: string, path: string, body?: object, key?: string): Promise<Answer> =>
  server.call(method, path, {
    token: administrator.token,
    ...(body === undefined ? {} : { body }),
    ...(key === undefined ? {} : { key }),
  });
const facts = (A: string, B: string) => ({
  name: "科技岗",
  phone: "023-0000 0001",
  itemCodes: ["advice"],
  holders: { A, B },
});
const wrong = (answer: Answer) =>
  (detailsOf(answer)["fields"] as { field: string; problem: string }[]).map(
    ({ field, problem }) => `${field} ${problem}`,
  );

test("a post is opened with two different holders of its department", async () => {
  const { departmentId } = world.post;
  const body = { departmentId, ...facts(b.accountId, c.accountId) };
  const made = await send("POST", "/api/posts", body, "post-once-0001");
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ name: "科技岗", duty: { letter: "A", name: "谭明" }, isDefault: false });
  const again = await send("POST", "/api/posts", body, "post-once-0001");
  expect((again.body as PlannedPost).id).toBe((made.body as PlannedPost).id);
  expect(await PostModel.countDocuments({ name: "科技岗" })).toBe(1);
});

test("one person cannot be both holders, nor somebody of another department one", async () => {
  const { departmentId } = world.post;
  const both = await send("POST", "/api/posts", { departmentId, ...facts(b.accountId, b.accountId) });
  expect(wrong(both)).toEqual(["body.holders.B same_as_a"]);
  const foreign = await send("POST", "/api/posts", {
    departmentId,
    ...facts(b.accountId, world.municipal.accountId),
  });
  expect(wrong(foreign)).toEqual(["body.holders.B not_of_this_department"]);
  const item = await send("POST", "/api/posts", {
    departmentId,
    ...facts(b.accountId, c.accountId),
    itemCodes: ["nothing"],
  });
  expect(wrong(item)).toEqual(["body.itemCodes.0 unknown"]);
});

test("the open cases of a post go to its new holder, and the absences of the old one are void", async () => {
  const { id } = await calls.handling();
  const before = await send(
    "PUT",
    `/api/posts/${world.post.id}`,
    facts(world.liaison.accountId, b.accountId),
  );
  expect(before.status).toBe(200);
  await server.call("POST", `/api/posts/${world.post.id}/absences`, {
    token: b.token,
    body: { letter: "A", spans: [{ fromOn: "2026-10-12", toOn: "2026-10-13" }], reason: "出差" },
  });
  const changed = await send("PUT", `/api/posts/${world.post.id}`, facts(c.accountId, b.accountId));
  expect(changed.body).toMatchObject({ duty: { letter: "A", name: "谢文" }, absences: [] });
  const stored = await RequestModel.findById(id).lean<RequestDocument>();
  expect(stored?.holder).toMatchObject({ letter: "A", name: "谢文" });
  const list = (await server.call("GET", "/api/handovers", { token: c.token })).body as { items: object[] };
  expect(list.items[0]).toMatchObject({
    kind: "holderChange",
    from: { name: "谭静" },
    to: { name: "谢文" },
    cases: 1,
  });
});

test("departments name who may hold a post", async () => {
  const { items } = (await send("GET", "/api/departments")).body as {
    items: { id: string; staff: { name: string }[] }[];
  };
  const mine = items.find(({ id }) => id === world.post.departmentId);
  expect(mine?.staff.map(({ name }) => name).sort()).toEqual(["谢文", "谭明", "谭静"].sort());
  await AccountModel.updateOne({ _id: c.accountId }, { $set: { disabled: true } });
  const answer = await send("PUT", `/api/posts/${world.post.id}`, facts(c.accountId, b.accountId));
  expect(wrong(answer)).toEqual(["body.holders.A not_of_this_department"]);
  forgetPosts();
});

test("posts that are not there cannot be changed", async () => {
  expect(refusal(await send("PUT", `/api/posts/${"0".repeat(24)}`, facts(b.accountId, c.accountId)))).toBe(
    "404 not_found",
  );
});
