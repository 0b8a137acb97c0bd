import { startTestServer, type TestServer } from "../../support/testServer";
import { addBoardRows, type BoardRow } from "../../support/boardRows";
import { addItem, itemVersion, type Person } from "../../support/world";
import type { RequestSummary } from "@talent/shared/contract/schemas/requests";

let server: TestServer;
let district: Person;
let municipal: Person;
let liaison: Person;
let itemId: string;

const departmentId = "d".repeat(24);
const lanes = ["toAccept", "toDispatch", "inHand", "dueSoon", "overdue", "done"] as const;

const ROWS: readonly BoardRow[] = [
  { number: "26-00001", status: "submitted", laneKey: "toAccept", dueIn: 5 },
  { number: "26-00002", status: "submitted", laneKey: "toAccept", dueIn: -5 },
  { number: "26-00003", status: "accepted", laneKey: "toDispatch", dueIn: 48 },
  { number: "26-00004", status: "handling", laneKey: "active", dueIn: 90, warnIn: 60 },
  {
    number: "26-00005",
    status: "handling",
    laneKey: "active",
    dueIn: 80,
    warnIn: 50,
    employerName: "渝北示例医院",
  },
  { number: "26-00006", status: "supplementing", laneKey: "active" },
  { number: "26-00007", status: "dispatched", laneKey: "active", dueIn: 8, warnIn: -10 },
  { number: "26-00008", status: "reopened", laneKey: "active", dueIn: 4, warnIn: -12 },
  { number: "26-00009", status: "handling", laneKey: "active", dueIn: -3, warnIn: -30 },
  { number: "26-00010", status: "completed", laneKey: "done", dueIn: -24 },
  { number: "26-00011", status: "completed", laneKey: "done", dueIn: -12 },
  { number: "26-00012", status: "completed", laneKey: "done", dueIn: -24 * 31 },
  { number: "26-00013", status: "withdrawn", laneKey: "closed", dueIn: 8 },
  {
    number: "26-00014",
    status: "handling",
    laneKey: "active",
    dueIn: 90,
    warnIn: 60,
    districtCode: "500103",
  },
  {
    number: "26-00015",
    status: "handling",
    laneKey: "active",
    dueIn: 99,
    warnIn: 70,
    scope: { level: "municipal", district: "500103", department: departmentId },
  },
];

async function lane(
  person: Person,
  name: string,
  query = "",
): Promise<{ items: RequestSummary[]; nextCursor?: string }> {
  const answer = await server.call("GET", `/api/board?lane=${name}${query}`, { token: person.token });
  expect(answer.status).toBe(200);
  return answer.body as { items: RequestSummary[]; nextCursor?: string };
}
const numbers = async (person: Person, name: string, query = "") =>
  (await lane(person, name, query)).items.map(({ number }) => number.slice(-2));

beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  const item = await addItem("advice", itemVersion());
  itemId = item._id.toHexString();
  await addBoardRows(
    ROWS.map((row, index) => (index === 3 ? { ...row, itemId } : row)),
    server.clock.now(),
  );
  municipal = await server.signInWith("municipal-specialist", { grants: [{ role: "municipalSpecialist" }] });
  district = await server.signInWith("district-specialist", {
    grants: [{ role: "districtSpecialist", districtCode: "500112" }],
  });
  liaison = await server.signInWith("liaison-health", {
    grants: [{ role: "departmentLiaison", departmentId }],
  });
});

afterAll(() => server.stop());

test("every case stands in one lane, the soonest due first, done work newest first", async () => {
  const board = await Promise.all(lanes.map((name) => numbers(district, name)));
  expect(Object.fromEntries(lanes.map((name, index) => [name, board[index]]))).toEqual({
    toAccept: ["02", "01"],
    toDispatch: ["03"],
    inHand: ["05", "04", "06"],
    dueSoon: ["08", "07"],
    overdue: ["09"],
    done: ["11", "10"],
  });
});

test("a card says the lane that it stands in", async () => {
  for (const name of lanes)
    for (const card of (await lane(district, name)).items)
      expect([card.number, card.lane]).toEqual([card.number, name]);
});

test("scopes: the municipal platform sees all it coordinates, a department its own", async () => {
  expect(await numbers(municipal, "inHand")).toEqual(["05", "04", "14", "15", "06"]);
  expect(await numbers(liaison, "inHand")).toEqual(["15"]);
});

test("a specialist without a district sees an empty board", async () => {
  const lost = await server.signInWith("district-specialist-2", { grants: [{ role: "districtSpecialist" }] });
  expect(await numbers(lost, "inHand")).toEqual([]);
  const counts = await server.call("GET", "/api/board/counts", { token: lost.token });
  expect(counts.body).toMatchObject({ lanes: { toAccept: 0, inHand: 0, done: 0 } });
});

test("somebody with two districts sees both in one order, each case once", async () => {
  const grants = ["500112", "500103"].map((districtCode) => ({
    role: "districtSpecialist" as const,
    districtCode,
  }));
  const both = await server.signInWith("district-specialist-2", {
    grants: [...grants, { role: "municipalSpecialist" }],
  });
  const first = await lane(both, "inHand", "&limit=3");
  const rest = await numbers(both, "inHand", `&cursor=${first.nextCursor ?? ""}`);
  expect([...first.items.map(({ number }) => number.slice(-2)), ...rest]).toEqual([
    "05",
    "04",
    "14",
    "15",
    "06",
  ]);
});

test.each([
  ["district=500103", ["14"]],
  ["q=26-00004", ["04"]],
  ["q=26-0000", ["05", "04", "06"]],
  [`itemId=ITEM`, ["04"]],
  [`q=${encodeURIComponent("科技")}`, ["04"]],
  [`q=${encodeURIComponent("示例医院")}`, ["05"]],
  ["q=(.*", []],
  ["category=A", []],
])("filters by %s", async (filter, expected) => {
  expect(await numbers(municipal, "inHand", `&${filter.replace("ITEM", itemId)}`)).toEqual(expected);
});

test("pages go on after the last card, whatever was added before it", async () => {
  const first = await lane(municipal, "inHand", "&limit=2");
  await addBoardRows(
    [{ number: "26-00099", status: "handling", laneKey: "active", dueIn: 60, warnIn: 40 }],
    server.clock.now(),
  );
  const rest = await numbers(municipal, "inHand", `&limit=10&cursor=${first.nextCursor ?? ""}`);
  expect(rest).toEqual(["14", "15", "06"]);
});

test("time moves cards from lane to lane by itself", async () => {
  server.clock.moveTo(new Date(server.clock.now().getTime() + 85 * 3_600_000));
  expect(await numbers(district, "overdue")).toEqual(["09", "08", "07", "99", "05"]);
  expect(await numbers(district, "dueSoon")).toEqual(["04"]);
  server.clock.moveTo(null);
});

test("counts agree with the lanes", async () => {
  const answer = await server.call("GET", "/api/board/counts", { token: district.token });
  expect(answer.body).toEqual({
    lanes: { toAccept: 2, toDispatch: 1, inHand: 4, dueSoon: 2, overdue: 1, done: 2 },
    solved: 0,
    supervised: 0,
    capped: false,
  });
});

test("counts stop at a thousand and say so", async () => {
  const many = Array.from({ length: 1005 }, (_, index): BoardRow => ({
    number: `27-${String(index).padStart(5, "0")}`,
    status: "handling",
    laneKey: "active",
    dueIn: -1,
  }));
  await addBoardRows(many, server.clock.now());
  const answer = await server.call("GET", "/api/board/counts", { token: district.token });
  expect(answer.body).toMatchObject({ lanes: { overdue: 1000 }, capped: true });
});
