import { refusal } from "../../support/caseCalls";
import { addHall, currentOf, deskIn, hallCalls, ticketIn, type TestHall } from "../../support/hall";
import { issueFor, shownAt, verified, verify } from "../../support/talentCodes";
import { startTestServer, type TestServer } from "../../support/testServer";
import { until } from "../../support/until";
import { createWorld, type World } from "../../support/world";
import { TicketModel } from "../../../server/features/counters/index";
import { expireTickets } from "../../../server/features/counters/jobs";

let server: TestServer;
let world: World;
let hall: TestHall;
let calls: ReturnType<typeof hallCalls>;

beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  world = await createWorld(server);
  hall = await addHall();
  calls = hallCalls(server, hall);
});
afterAll(() => server.stop());

async function scanned(): Promise<string> {
  const batch = await issueFor(server, world.talent.token);
  const shown = shownAt(server, batch);
  const body = {
    code: shown.token,
    purpose: "ticket",
    desk: "3 号窗口",
    itemId: world.item._id.toHexString(),
  };
  return verified(await verify(server, world.municipal.token, body)).scanId;
}
const takeScanned = (scanId: string) =>
  calls.post(world.municipal, `/counter/halls/${hall.id}/tickets`, { itemId: hall.items.A, scanId });

test("a number taken after a verified code shows the category at the desk, and runs on the talent's phone", async () => {
  const ticket = ticketIn(await takeScanned(await scanned()));
  expect(ticket).toMatchObject({ number: "A001", source: "counter" });
  const { items } = (await calls.get(world.talent, "/tickets")).body as { items: { id: string }[] };
  expect(items.map(({ id }) => id)).toEqual([ticket.id]);
  expect(refusal(await calls.take(world.talent))).toBe("409 already_queued");
  await calls.open(world.municipal, hall.windows[0]);
  const desk = deskIn(await calls.callNext(world.municipal, hall.windows[0]));
  expect(currentOf(desk).verified).toEqual({ category: "B", maskedName: "陈**" });
  const log = await until(async () => {
    const { body } = await calls.get(world.talent, "/me/access-log");
    const entries = (body as { items: { what: string; subject?: string }[] }).items;
    return entries.some(({ subject }) => subject === "A001") ? entries : undefined;
  });
  expect(log.find(({ subject }) => subject === "A001")).toMatchObject({ what: "talentRecord" });
});

test("a scan that is somebody else's or does not exist gives no number", async () => {
  expect(refusal(await takeScanned("0123456789abcdef01234567"))).toBe("409 scan_needed");
  expect(await TicketModel.countDocuments({ hallId: hall.id })).toBe(1);
});

test("whoever is being served late is not sent away before the end of the day", async () => {
  const evening = new Date("2026-10-09T18:40:00+08:00");
  await expireTickets(evening);
  const [ticket] = await TicketModel.find({ hallId: hall.id }).lean();
  expect(ticket).toMatchObject({ status: "called" });
  await expireTickets(new Date("2026-10-10T00:00:00+08:00"));
  expect(await TicketModel.findById(ticket?._id).lean()).toMatchObject({ status: "expired" });
});
