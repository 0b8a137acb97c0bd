import type { RoutingRuleView } from "@talent/shared/contract/schemas/posts";
import type { PostChoice } from "@talent/shared/contract/schemas/catalogue";
import { forgetPosts, forgetRules, PostModel, RoutingRuleModel } from "../../../server/features/posts/index";
import { rulesQuery } from "../../../server/features/posts/routing/routes";
import { rulesInEffect } from "../../../server/features/posts/routing/directory";
import { isIntact, RequestModel, type RequestDocument } from "../../../server/features/requests/index";
import { caseCalls, detailsOf, offered, refusal, requestIn } from "../../support/caseCalls";
import { stagesOf } from "../../support/explain";
import { startTestServer, type TestServer } from "../../support/testServer";
import {
  addItem,
  addPost,
  createWorld,
  itemVersion,
  type Person,
  type TestPost,
  type World,
} from "../../support/world";

const ON = "2026-10-09";
let server: TestServer;
let world: World;
let calls: ReturnType<typeof caseCalls>;
let automatic: ReturnType<typeof caseCalls>;
let administrator: Person;
let other: TestPost;

beforeAll(async () => {
  server = await startTestServer({ roles: "web", now: `${ON}T01:00:00Z` });
  world = await createWorld(server);
  calls = caseCalls(server, world);
  const item = await addItem("fast", itemVersion({ dispatch: "automatic" }));
  automatic = caseCalls(server, { ...world, item });
  administrator = await server.signInWith("administrator", {
    name: "许静",
    grants: [{ role: "administrator" }],
  });
  const holder = { accountId: world.liaison.accountId, name: "谭静" };
  other = await addPost(holder, { level: "municipal", itemCodes: ["advice"] });
});
afterAll(() => server.stop());

beforeEach(async () => {
  await RoutingRuleModel.deleteMany({});
  forgetRules(ON);
});

const send = (method: string, path: string, body?: object, person = administrator, key?: string) =>
  server.call(method, `/api/routing-rules${path}`, {
    token: person.token,
    ...(body === undefined ? {} : { body }),
    ...(key === undefined ? {} : { key }),
  });
const rule = (changes: object = {}) => ({
  categories: [],
  itemCode: "advice",
  postId: other.id,
  activeFromOn: "2026-01-01",
  note: "市级统一办理",
  ...changes,
});
async function added(changes: object = {}): Promise<RoutingRuleView> {
  const answer = await send("POST", "", rule(changes));
  expect(answer.status).toBe(201);
  return answer.body as RoutingRuleView;
}
const choices = async (requestId: string) =>
  (await server.call("GET", `/api/posts?requestId=${requestId}`, { token: world.municipal.token })).body as {
    items: PostChoice[];
    overrideNeedsReason: boolean;
  };
const dispatch = (id: string, body: object) => calls.post(world.municipal, `/${id}/dispatch`, body);

test("an administrator adds, changes and ends a rule; the list says its state", async () => {
  const made = await added();
  expect(made).toMatchObject({
    state: "active",
    itemName: { zh: "科技咨询" },
    changedBy: "许静",
    priority: 0,
  });
  const changed = await send("PUT", `/${made.id}`, rule({ categories: ["B"], priority: 3, note: undefined }));
  expect(changed.body).toMatchObject({ categories: ["B"], priority: 3 });
  expect((changed.body as RoutingRuleView).note).toBeUndefined();
  expect((await send("POST", `/${made.id}/end`, { activeToOn: "2026-10-08" })).body).toMatchObject({
    state: "ended",
  });
  const list = async (state: string) =>
    ((await send("GET", `?state=${state}`, undefined, world.municipal)).body as { items: object[] }).items;
  expect([(await list("current")).length, (await list("ended")).length]).toEqual([0, 1]);
  expect(refusal(await send("POST", `/${made.id}/end`, { activeToOn: "2026-10-08" }))).toBe(
    "409 state_changed",
  );
});

test("the same call twice adds one rule", async () => {
  await send("POST", "", rule(), administrator, "rule-once-0001");
  await send("POST", "", rule(), administrator, "rule-once-0001");
  expect(await RoutingRuleModel.countDocuments()).toBe(1);
});

test.each([
  [{ postId: "0".repeat(24) }, "body.postId unknown"],
  [{ itemCode: "nothing" }, "body.itemCode unknown"],
  [{ level: "district" }, "body.level not_of_this_post"],
  [{ activeToOn: "2025-12-31" }, "body.activeToOn ends_before_it_begins"],
  [{ categories: ["A", "A"] }, "body.categories named_twice"],
])("a rule that does not fit is refused by its field: %p", async (changes, expected) => {
  const answer = await send("POST", "", rule(changes));
  const [problem] = detailsOf(answer)["fields"] as { field: string; problem: string }[];
  expect(`${problem?.field} ${problem?.problem}`).toBe(expected);
});

test("the try line says where a request goes today and by which rule", async () => {
  const tried = async (query: string) =>
    (await send("GET", `/try?${query}`, undefined, world.municipal)).body;
  const query = "category=B&itemCode=advice&district=500112";
  expect(await tried(query)).toMatchObject({
    reason: "handlesItem",
    post: { id: world.post.id },
    automatic: false,
  });
  const { id } = await added();
  expect(await tried(query)).toMatchObject({ reason: "rule", post: { id: other.id }, rule: { id } });
  expect(await tried(query.replace("=B", "=E"))).toMatchObject({
    reason: "handlesItem",
    post: { id: world.post.id },
  });
  expect(await tried("category=B&itemCode=fast&district=500112")).toEqual({ automatic: true });
});

test("the rule's post is suggested; another choice needs a reason, which staff read in the history", async () => {
  await added();
  const { id } = await calls.accepted();
  const { items, overrideNeedsReason } = await choices(id);
  expect(items[0]).toMatchObject({
    id: other.id,
    suggested: true,
    because: "rule",
    ruleNote: "市级统一办理",
  });
  expect(overrideNeedsReason).toBe(true);
  const refused = await dispatch(id, { postId: world.post.id });
  expect(refusal(refused)).toBe("400 invalid_input");
  expect(detailsOf(refused)["fields"]).toEqual([{ field: "body.overrideReason", problem: "required" }]);
  const sent = requestIn(
    await dispatch(id, { postId: world.post.id, note: "请先电话联系", overrideReason: "本人要求在区里办" }),
  );
  expect(sent.timeline.at(-1)).toMatchObject({ type: "dispatched", overrideReason: "本人要求在区里办" });
  const stored = await RequestModel.findById(id).lean<RequestDocument>();
  expect(isIntact(stored?.timeline ?? [])).toBe(true);
  const forged = stored?.timeline.map((event) => ({ ...event, overrideReason: "别的" })) ?? [];
  expect(isIntact(forged)).toBe(false);
  const seen = JSON.stringify(requestIn(await calls.read(world.talent, id)).timeline);
  expect(seen).not.toContain("本人要求");
  expect(seen).not.toContain("请先电话联系");
});

test("without a rule any choice is free, and the rule's own post needs no reason", async () => {
  const free = await calls.accepted();
  expect((await choices(free.id)).overrideNeedsReason).toBe(false);
  expect((await dispatch(free.id, { postId: other.id })).status).toBe(200);
  await added();
  const { id } = await calls.accepted();
  expect((await dispatch(id, { postId: other.id })).status).toBe(200);
});

test("an item that is dispatched automatically goes on with its acceptance, in one write", async () => {
  await added({ itemCode: "fast", postId: world.post.id });
  const { id, version } = await automatic.submitted();
  const accepted = requestIn(await calls.post(world.district, `/${id}/accept`));
  expect(accepted).toMatchObject({ status: "dispatched", version: version + 1, holder: { name: "谭静" } });
  expect(accepted.timeline.map(({ type }) => type)).toEqual(["submitted", "accepted", "dispatched"]);
  const stored = await RequestModel.findById(id).lean<RequestDocument>();
  expect(isIntact(stored?.timeline ?? [])).toBe(true);
  expect(stored?.outbox.map(({ type }) => type).sort()).toEqual(
    [
      "newRequestForSpecialist",
      "newRequestForSpecialist",
      "newRequestForSpecialist",
      "requestAccepted",
      "requestDispatched",
      "newCaseForHolder",
    ].sort(),
  );
  const returned = requestIn(
    await calls.post(world.district, `/${id}/accept`).then(() => calls.read(world.liaison, id)),
  );
  expect(offered(returned)).toContain("sign");
});

test("it waits for the specialist and says why, where no rule applies or nobody is on duty", async () => {
  const first = requestIn(await calls.post(world.district, `/${(await automatic.submitted()).id}/accept`));
  expect([first.status, first.notRoutedWhy]).toEqual(["accepted", "noRule"]);
  expect(requestIn(await calls.read(world.talent, first.id)).notRoutedWhy).toBeUndefined();
  await added({ itemCode: "fast", postId: world.post.id });
  const absence = {
    id: "a".repeat(24),
    letter: "A",
    accountId: "x",
    fromOn: ON,
    toOn: ON,
    reason: "病",
    state: "registered",
  };
  await PostModel.updateOne({ _id: world.post.id }, { $set: { absences: [absence] } });
  forgetPosts();
  const second = requestIn(await calls.post(world.district, `/${(await automatic.submitted()).id}/accept`));
  expect([second.status, second.notRoutedWhy]).toEqual(["accepted", "nobodyOnDuty"]);
  const sent = requestIn(await dispatch(second.id, { postId: other.id, overrideReason: "岗位没有人在岗" }));
  expect([sent.status, sent.notRoutedWhy]).toEqual(["dispatched", undefined]);
});

test.each([
  ["rules that have ended", () => rulesQuery("ended", ON, undefined).limit(21)],
  ["rules in effect", () => rulesInEffect(ON)],
] as const)("finds %s by an index", async (_, query) => {
  const stages = await stagesOf(query());
  expect(stages).toContain("IXSCAN");
  expect(stages).not.toContain("COLLSCAN");
});
