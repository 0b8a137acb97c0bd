import { NoticeModel } from "../../../server/features/notices/index";
import type { HallDisplay, WindowDisplay } from "@talent/shared/contract/schemas/counters";
import { addHall, currentOf, deskIn, hallCalls, ticketIn, type TestHall } from "../../support/hall";
import { startTestServer, type TestServer } from "../../support/testServer";
import { until } from "../../support/until";
import { createWorld, type World } from "../../support/world";

let server: TestServer;
let world: World;
let hall: TestHall;
let calls: ReturnType<typeof hallCalls>;

beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server);
  hall = await addHall();
  calls = hallCalls(server, hall);
});
afterAll(() => server.stop());

const windowDisplay = async (version?: string) => {
  const query = version === undefined ? "" : `?version=${version}`;
  const { body } = await calls.get(undefined, `/displays/windows/${hall.windows[0]}${query}`);
  return body as { version: string; changed: boolean; display?: WindowDisplay };
};

test("a display shows number, item, limit and the next three, and announces each call and recall once", async () => {
  const mine = ticketIn(await calls.take(world.talent));
  for (let count = 0; count < 4; count += 1) await calls.takeFor(world.municipal);
  await calls.open(world.municipal, hall.windows[0]);
  const idle = await windowDisplay();
  expect(idle.display).toMatchObject({ status: "open", next: ["A001", "A002", "A003"] });
  expect(idle.display?.announcement).toBeUndefined();
  await calls.callNext(world.municipal, hall.windows[0]);
  const called = await windowDisplay(idle.version);
  expect(called.display).toMatchObject({
    windowNumber: 1,
    current: { number: "A001", status: "called", limitDays: 15 },
    next: ["A002", "A003", "A004"],
    announcement: { sequence: 1, speech: { zh: "请 A001 号到 1 号窗口" } },
  });
  expect((await windowDisplay(called.version)).changed).toBe(false);
  await calls.act(world.municipal, mine.id, "recall");
  expect((await windowDisplay(called.version)).display?.announcement?.sequence).toBe(2);
});

test("the big screen shows all windows and the last calls, newest first, and nobody's name", async () => {
  const { body } = await calls.get(undefined, `/displays/halls/${hall.id}`);
  const { display } = body as { display: HallDisplay };
  expect(display.windows.map(({ windowNumber, status }) => [windowNumber, status])).toEqual([
    [1, "open"],
    [2, "closed"],
    [3, "closed"],
    [4, "closed"],
  ]);
  expect(display.groups[0]).toMatchObject({ letter: "A", waiting: 4 });
  expect(display.announcements.map(({ number, sequence }) => [number, sequence])).toEqual([["A001", 2]]);
  expect(JSON.stringify(body)).not.toMatch(/李海燕|陈|accountId|sitting/);
});

test("the holder is told once of the call, and before that once that the turn is near", async () => {
  const second = await server.signInWith("talent-c", { name: "赵**", grants: [{ role: "talent" }] });
  const third = ticketIn(await calls.take(second));
  const types = async (accountId: string) =>
    (await NoticeModel.find({ recipientId: accountId }).sort({ _id: 1 }).lean()).map(({ type }) => type);
  await until(async () =>
    (await types(world.talent.accountId)).includes("ticketCalled") ? true : undefined,
  );
  expect((await types(world.talent.accountId)).filter((type) => type === "ticketCalled")).toHaveLength(1);
  let current = currentOf(deskIn(await calls.get(world.municipal, `/counter/windows/${hall.windows[0]}`)));
  while (current.id !== third.id)
    current = currentOf(deskIn(await calls.act(world.municipal, current.id, "finish", { callNext: true })));
  await until(async () => ((await types(second.accountId)).length === 2 ? true : undefined));
  expect((await types(second.accountId)).sort()).toEqual(["ticketCalled", "ticketSoon"]);
  const rows = await NoticeModel.find({ recipientId: second.accountId }).lean();
  expect(rows.find(({ type }) => type === "ticketCalled")).toMatchObject({
    subjectKind: "ticket",
    subjectId: third.id,
    text: expect.stringContaining("请 A006 号到 1 号窗口。") as string,
  });
});

test("everybody sees which hall takes an item and how long it waits by today's services", async () => {
  const { body } = await calls.get(undefined, `/halls?itemId=${hall.items.B}`);
  expect(body).toMatchObject({
    items: [
      { id: hall.id, openNow: true, openWindows: 1, groups: [{ letter: "A", waitMinutes: 1 }, {}, {}] },
    ],
  });
  const { body: none } = await calls.get(undefined, `/halls?itemId=${world.item._id.toHexString()}`);
  expect(none).toEqual({ items: [] });
});
