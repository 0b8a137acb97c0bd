import { Types } from "mongoose";
import {
  AccessEntryModel,
  appendEntries,
  createAccessRecorder,
  firstBrokenLink,
} from "../../../server/features/audit/index";
import type { AccessEntryInput } from "../../../server/platform/auth/accessRecorder";
import { createLogger } from "../../../server/platform/logging/logger";
import { startTestServer, TEST_NOW, type TestServer } from "../../support/testServer";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
});
afterAll(() => server.stop());

function entry(talentId: string, more: Partial<AccessEntryInput> = {}): AccessEntryInput {
  const reader = {
    accountId: "a1",
    name: "王芳",
    office: "渝北区人才办",
    grants: [],
    talentId: undefined,
    sessionId: "s",
  };
  return { talentId, at: new Date(TEST_NOW), reader, what: "request", subject: "26-00001", ...more };
}
const chainOf = (talentId: string) => AccessEntryModel.find({ talentId }).sort({ sequence: 1 }).lean();
const newTalent = () => new Types.ObjectId().toHexString();

test("chains every entry to the one before", async () => {
  const talentId = newTalent();
  await appendEntries([entry(talentId), entry(talentId, { what: "material" })]);
  await appendEntries([entry(talentId, { what: "phone", reason: "回访" })]);
  const chain = await chainOf(talentId);
  expect(chain.map(({ sequence, what }) => [sequence, what])).toEqual([
    [1, "request"],
    [2, "material"],
    [3, "phone"],
  ]);
  expect(firstBrokenLink(chain)).toBeNull();
});

test("notices an entry that was changed, taken out or put in", async () => {
  const talentId = newTalent();
  await appendEntries([entry(talentId), entry(talentId), entry(talentId), entry(talentId)]);
  const chain = await chainOf(talentId);
  const [first, second, third, fourth] = chain;
  if (!first || !second || !third || !fourth) throw new Error("four entries were expected");
  expect(firstBrokenLink([first, { ...second, who: "别人" }, third, fourth])?.sequence).toBe(2);
  expect(firstBrokenLink([first, third, fourth])?.sequence).toBe(3);
  expect(firstBrokenLink([first, second, { ...third, reason: "x" }, fourth])?.sequence).toBe(3);
});

test("keeps one chain when many write at once", async () => {
  const talentId = newTalent();
  await Promise.all(Array.from({ length: 8 }, () => appendEntries([entry(talentId), entry(talentId)])));
  const chain = await chainOf(talentId);
  expect(chain).toHaveLength(16);
  expect(firstBrokenLink(chain)).toBeNull();
});

test("writes what is buffered when it stops, and a revealed number before it answers", async () => {
  const talentId = newTalent();
  const recorder = createAccessRecorder(createLogger("silent"));
  await recorder.recordReadNow(entry(talentId, { what: "idNumber" }));
  expect(await chainOf(talentId)).toHaveLength(1);
  recorder.recordRead(entry(talentId));
  recorder.recordRead(entry(talentId));
  await recorder.stop();
  expect((await chainOf(talentId)).map(({ what }) => what)).toEqual(["idNumber", "request", "request"]);
});

test("shows a talent who read their information, newest first and page by page, and nobody else's", async () => {
  const [mine, theirs] = [newTalent(), newTalent()];
  await appendEntries(["1", "2", "3"].map((subject) => entry(mine, { subject })));
  await appendEntries([entry(theirs)]);
  const { token } = await server.signInWith("talent-a", { grants: [{ role: "talent" }], talentId: mine });
  const first = await server.call("GET", "/api/me/access-log?limit=2", { token });
  const page = first.body as {
    items: { subject: string; who: string; office: string }[];
    nextCursor: string;
  };
  expect(page.items).toMatchObject([{ subject: "3", who: "王芳", office: "渝北区人才办" }, { subject: "2" }]);
  const second = await server.call("GET", `/api/me/access-log?limit=2&cursor=${page.nextCursor}`, { token });
  expect(second.body).toEqual({ items: [expect.objectContaining({ subject: "1" })] });
  const broken = await server.call("GET", "/api/me/access-log?cursor=nonsense", { token });
  expect(broken).toMatchObject({ status: 400, body: { error: { code: "invalid_cursor" } } });
});
