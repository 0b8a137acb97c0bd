import { BOARD_LANES } from "@talent/shared/domain/requestStatus";
import { startTestServer, type TestServer } from "../../support/testServer";
import { stagesOf } from "../../support/explain";
import { addBoardRows, type BoardRow } from "../../support/boardRows";
import { laneQuery } from "../../../server/features/requests/board";
import { ownRequestsQuery } from "../../../server/features/requests/routes/reading";
import { waitingQuery } from "../../../server/features/requests/waitingList";
import { RequestModel } from "../../../server/features/requests/index";
import { readCatalogue } from "../../../server/features/catalogue/index";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  const rows = Array.from({ length: 300 }, (_, index): BoardRow => ({
    number: `26-${String(index).padStart(5, "0")}`,
    status: "handling",
    laneKey: "active",
    dueIn: index - 100,
    warnIn: index - 120,
    postId: "e".repeat(24),
  }));
  await addBoardRows(rows, server.clock.now());
});

afterAll(() => server.stop());

const SCOPES = ["level:municipal", "district:500112", "department:d"];
const CASES = BOARD_LANES.flatMap((lane) => SCOPES.map((scopeKey) => [lane, scopeKey] as const));

test.each(CASES)("the lane %s of %s is read in the order of an index", async (lane, scopeKey) => {
  const board = { filters: {}, catalogue: await readCatalogue(), now: server.clock.now() };
  const stages = await stagesOf(laneQuery(lane, scopeKey, board, { limit: 21 }));
  expect(stages).toContain("IXSCAN");
  expect(stages).not.toContain("COLLSCAN");
  expect(stages).not.toContain("SORT");
});

test("what waits for one person is read in the order of an index", async () => {
  const stages = await stagesOf(waitingQuery(`account:${"a".repeat(24)}`));
  expect(stages).toContain("IXSCAN");
  expect(stages).not.toContain("COLLSCAN");
  expect(stages).not.toContain("SORT");
});

test.each(SCOPES)("what is supervised in %s is found by an index", async (scopeKey) => {
  const filters = { supervised: "true" as const };
  const board = { filters, catalogue: await readCatalogue(), now: server.clock.now() };
  const stages = await stagesOf(laneQuery("overdue", scopeKey, board, { limit: 21 }));
  expect(stages).toContain("IXSCAN");
  expect(stages).not.toContain("COLLSCAN");
});

test.each([
  ["own requests", () => ownRequestsQuery("2".repeat(24), "open", undefined).limit(21)],
  ["a case number", () => RequestModel.find({ number: "26-00001" })],
  ["a repeated creation", () => RequestModel.find({ createdBy: "a", createKey: "b" })],
  ["open cases of a post", () => RequestModel.find({ postId: "e".repeat(24), laneKey: "active" })],
  ["what the relay looks for", () => RequestModel.find({ outboxPending: true })],
] as const)("finds %s by an index", async (_, query) => {
  const stages = await stagesOf(query());
  expect(stages).toContain("IXSCAN");
  expect(stages).not.toContain("COLLSCAN");
});
