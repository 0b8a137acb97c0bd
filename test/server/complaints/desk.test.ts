import { Types } from "mongoose";
import { COMPLAINT_LANES } from "@talent/shared/domain/complaints";
import { ComplaintModel } from "../../../server/features/complaints/index";
import { deskQuery, ownQuery } from "../../../server/features/complaints/lists";
import { dueComplaints } from "../../../server/features/complaints/sweep";
import type { Reader } from "../../../server/platform/auth/reader";
import { stagesOf } from "../../support/explain";
import { startTestServer, type TestServer } from "../../support/testServer";
import { createWorld, type World } from "../../support/world";
import { FOUNDED, letterCalls } from "./letters";

let server: TestServer;
let world: World;
let calls: ReturnType<typeof letterCalls>;
const NOW = new Date("2026-10-09T01:00:00Z");
beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server);
  calls = letterCalls(server, world);
  const rows = Array.from({ length: 300 }, (_none, index) => ({
    _id: new Types.ObjectId(),
    number: `TS25-${String(index).padStart(5, "0")}`,
    status: "archived",
    lane: "done",
    districtCode: index % 2 === 0 ? "500112" : "500103",
    fromAccountId: String(index % 7),
    concernedIds: [],
    answers: [],
    timeline: [],
    listAt: new Date(NOW.getTime() - index * 60_000),
  }));
  await ComplaintModel.collection.insertMany(rows);
});
afterAll(() => server.stop());

const reader = (grants: Reader["grants"]): Reader => ({
  accountId: "0123456789abcdef01234567",
  name: "甲",
  office: "",
  grants,
  talentId: undefined,
  sessionId: "s",
});
const READERS: [string, Reader][] = [
  ["a municipal specialist", reader([{ role: "municipalSpecialist" }])],
  ["a liaison", reader([{ role: "departmentLiaison", departmentId: "d" }])],
];

test.each(READERS.flatMap(([who, one]) => COMPLAINT_LANES.map((lane) => [who, lane, one] as const)))(
  "the list of %s in the lane %s comes from an index in its order",
  async (_who, lane, one) => {
    const stages = await stagesOf(deskQuery(one, { lane, limit: 20 }, NOW));
    expect(stages).toContain("IXSCAN");
    expect(stages).not.toContain("COLLSCAN");
    expect(stages).not.toContain("SORT");
  },
);

test("the list of a district, one's own list and the sweep come from an index", async () => {
  const district = reader([{ role: "districtSpecialist", districtCode: "500112" }]);
  const queries = [
    deskQuery(district, { lane: "open", limit: 20 }, NOW),
    ownQuery(district, { limit: 20 }),
    dueComplaints(NOW),
  ];
  for (const query of queries) expect(await stagesOf(query)).not.toContain("COLLSCAN");
});

test("open ones come by their due time, answered ones newest first, page by page", async () => {
  const first = await calls.accepted();
  const second = await calls.written();
  const { items } = await calls.desk(world.municipal, "?lane=open");
  expect(items.map(({ id }) => id)).toEqual([second.id, first.id]);
  const page = await calls.desk(world.municipal, "?lane=open&limit=1");
  expect(page.items.map(({ id }) => id)).toEqual([second.id]);
  const rest = await calls.desk(world.municipal, `?lane=open&limit=1&cursor=${page.nextCursor ?? ""}`);
  expect(rest.items.map(({ id }) => id)).toEqual([first.id]);
});

test("filters: what is late, what was given to me, which kind", async () => {
  const given = await calls.investigating();
  const mine = await calls.desk(world.district, "?mine=true");
  expect(mine.items.map(({ id }) => id)).toEqual([given.id]);
  expect((await calls.desk(world.municipal, "?late=true")).items).toEqual([]);
  server.clock.moveTo(new Date("2026-10-20T01:00:00Z"));
  expect((await calls.desk(world.municipal, "?late=true")).items.length).toBeGreaterThan(0);
  server.clock.moveTo(NOW);
  expect((await calls.desk(world.municipal, "?kind=suggestion")).items).toEqual([]);
});

test("a district sees its own district, a liaison what was given to them", async () => {
  const { id } = await calls.accepted();
  expect((await calls.desk(world.district)).items.map((row) => row.id)).toContain(id);
  expect((await calls.desk(world.foreignDistrict)).items).toEqual([]);
  expect((await calls.desk(world.liaison)).items).toEqual([]);
  await calls.post(world.municipal, `/${id}/assign`, { investigatorId: world.liaison.accountId });
  expect((await calls.desk(world.liaison)).items.map((row) => row.id)).toEqual([id]);
  await calls.post(world.liaison, `/${id}/answer`, FOUNDED);
  expect((await calls.desk(world.liaison, "?lane=answered")).items.map((row) => row.id)).toEqual([id]);
});
