import { startTestServer, type TestServer } from "../../support/testServer";
import { addPost, createWorld, type World } from "../../support/world";
import { caseCalls, refusal } from "../../support/caseCalls";
import type { PostChoice } from "@talent/shared/contract/schemas/catalogue";

let server: TestServer;
let world: World;
let calls: ReturnType<typeof caseCalls>;

const choices = (requestId?: string) =>
  server.call("GET", `/api/posts${requestId === undefined ? "" : `?requestId=${requestId}`}`, {
    token: world.district.token,
  });

beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  world = await createWorld(server);
  calls = caseCalls(server, world);
  const holder = { accountId: world.liaison.accountId, name: "谭静" };
  await addPost(holder, { districtCode: "500103", itemCodes: ["advice"] });
  await addPost(holder, { itemCodes: [] });
});

afterAll(() => server.stop());

test("posts for a request begin with the suggestion and say how many cases are open there", async () => {
  await calls.handling();
  await calls.completed();
  const { id } = await calls.accepted();
  const { items } = (await choices(id)).body as { items: PostChoice[] };
  expect(items).toHaveLength(2);
  expect(items[0]).toMatchObject({ id: world.post.id, suggested: true, openCases: 1, holderName: "谭静" });
  expect(items[1]).toMatchObject({ suggested: false, openCases: 0 });
});

test("without a request all posts are listed, none suggested", async () => {
  const { items } = (await choices()).body as { items: PostChoice[] };
  expect(items).toHaveLength(3);
  expect(items.some(({ suggested }) => suggested)).toBe(false);
});

test("posts of a request that the specialist does not see are not listed", async () => {
  const { id } = await calls.accepted();
  const answer = await server.call("GET", `/api/posts?requestId=${id}`, {
    token: world.foreignDistrict.token,
  });
  expect(refusal(answer)).toBe("404 not_found");
});
