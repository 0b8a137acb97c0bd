import { DayCodeModel, codesBefore } from "../../../server/features/talent-code/issuing/dayCodes";
import { newestLoss, recentLosses } from "../../../server/features/talent-code/losses/lostCodes";
import { CodeScanModel } from "../../../server/features/talent-code/scans/model";
import { TalentModel } from "../../../server/features/talents/index";
import { stagesOf } from "../../support/explain";
import { startTestServer, type TestServer } from "../../support/testServer";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
});
afterAll(() => server.stop());

test.each([
  ["the use of a token", () => CodeScanModel.findOne({ useKey: "x" })],
  ["a repeated call", () => CodeScanModel.findOne({ callKey: "x" })],
  ["phones lost lately", () => recentLosses(server.clock.now())],
  ["the newest loss", () => newestLoss()],
  ["a card number", () => TalentModel.findOne({ codeString: { $in: ["a", "b"] } })],
  ["codes of a lost phone", () => DayCodeModel.find(codesBefore("x", 1))],
  ["a pseudonym", () => DayCodeModel.findById("x")],
])("finds %s by an index", async (_name, query) => {
  const stages = await stagesOf(query());
  expect(stages.some((stage) => /IXSCAN|IDHACK|EXPRESS/.test(stage))).toBe(true);
  expect(stages).not.toContain("COLLSCAN");
  expect(stages).not.toContain("SORT");
});
