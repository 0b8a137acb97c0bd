import { caseCalls } from "./caseCalls";
import { startTestServer, type TestServer } from "./testServer";
import { createWorld, type World } from "./world";

/** A server with the people of most tests, for the tests of one file. */
export interface CaseDesk {
  server: TestServer;
  world: World;
  calls: ReturnType<typeof caseCalls>;
}

/** Starts it before the tests of the file, sets its clock back after each, and stops it at the end. */
export function caseDesk(): CaseDesk {
  const desk = {} as CaseDesk;
  beforeAll(async () => {
    desk.server = await startTestServer({ roles: "web" });
    desk.world = await createWorld(desk.server);
    desk.calls = caseCalls(desk.server, desk.world);
  });
  afterEach(() => desk.server.clock.moveTo(null));
  afterAll(() => desk.server.stop());
  return desk;
}
