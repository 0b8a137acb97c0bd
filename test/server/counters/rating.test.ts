import type { DeviceState } from "@talent/shared/contract/schemas/counterRatings";
import { RATING_LEVELS } from "@talent/shared/domain/ratings";
import { summarize } from "../../../server/features/counters/rating/summary";
import { TicketModel } from "../../../server/features/counters/index";
import { refusal } from "../../support/caseCalls";
import { addHall, currentOf, deskIn, hallCalls, type TestHall } from "../../support/hall";
import { startTestServer, type TestServer } from "../../support/testServer";
import { createWorld, type World } from "../../support/world";

let server: TestServer;
let world: World;
let hall: TestHall;
let calls: ReturnType<typeof hallCalls>;
let deviceToken: string;

beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  world = await createWorld(server);
  hall = await addHall();
  calls = hallCalls(server, hall);
  await calls.open(world.municipal, hall.windows[0]);
});
afterAll(() => server.stop());

const device = (path: string, body: object, options: { token?: string; key?: string } = {}) =>
  server.call("POST", `/api/rating-devices/${path}`, { body, ...options });
const state = async () => (await device("state", { deviceToken })).body as DeviceState;
const later = (minutes: number) =>
  server.clock.moveTo(new Date(server.clock.now().getTime() + minutes * 60_000));

async function served(): Promise<string> {
  later(1);
  await calls.takeFor(world.municipal);
  const { id } = currentOf(deskIn(await calls.callNext(world.municipal, hall.windows[0])));
  await calls.act(world.municipal, id, "finish");
  return id;
}
async function pairingCode(): Promise<string> {
  const answer = await calls.post(world.municipal, `/counter/windows/${hall.windows[0]}/pairing-code`);
  return (answer.body as { code: string }).code;
}

test("a device is paired once by a code of the window's staff, which lives ten minutes", async () => {
  const foreign = await calls.post(world.district, `/counter/windows/${hall.windows[0]}/pairing-code`);
  expect(refusal(foreign)).toBe("404 not_found");
  const late = await pairingCode();
  later(11);
  expect(refusal(await device("pair", { code: late }))).toBe("410 pairing_code_invalid");
  const code = await pairingCode();
  const paired = (await device("pair", { code })).body as { deviceToken: string; windowNumber: number };
  expect(paired.windowNumber).toBe(1);
  expect(refusal(await device("pair", { code }))).toBe("410 pairing_code_invalid");
  ({ deviceToken } = paired);
  const desk = deskIn(await calls.get(world.municipal, `/counter/windows/${hall.windows[0]}`));
  expect(desk.device.paired).toBe(true);
});

test("a finished number can be rated once, with the code that the device shows", async () => {
  expect((await state()).rating).toBeUndefined();
  const id = await served();
  const { rating } = await state();
  expect(rating).toMatchObject({ ticketNumber: "A001", code: expect.stringMatching(/^\d{6}$/) as string });
  const body = {
    deviceToken,
    code: rating?.code,
    level: "satisfied",
    tags: ["fast"],
    aspects: { attitude: "verySatisfied" },
  };
  expect(refusal(await device("rate", { ...body, tags: ["slow"] }))).toBe("400 invalid_input");
  const wrong = rating?.code === "000000" ? "000001" : "000000";
  expect(refusal(await device("rate", { ...body, code: wrong }))).toBe("410 rating_code_invalid");
  expect((await device("rate", body, { key: "rating-key-1" })).status).toBe(204);
  expect((await device("rate", body, { key: "rating-key-1" })).status).toBe(204);
  expect(refusal(await device("rate", body, { key: "rating-key-2" }))).toBe("410 rating_code_invalid");
  expect((await state()).rating).toBeUndefined();
  expect(await TicketModel.findById(id).lean()).toMatchObject({ rating: { level: "satisfied" } });
});

test("many who send the same code at once leave one rating", async () => {
  await served();
  const code = (await state()).rating?.code;
  const answers = await Promise.all(
    RATING_LEVELS.map((level) => device("rate", { deviceToken, code, level })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 410, 410, 410, 410]);
});

test("a code lives fifteen minutes", async () => {
  await served();
  const { rating } = await state();
  later(16);
  expect((await state()).rating).toBeUndefined();
  const body = { deviceToken, code: rating?.code, level: "satisfied" };
  expect(refusal(await device("rate", body))).toBe("410 rating_code_invalid");
});

test.each(["municipal", "liaison"] as const)("a session of staff (%s) never rates", async (who) => {
  await served();
  const { rating } = await state();
  const { token } = world[who];
  const body = { deviceToken, code: rating?.code, level: "verySatisfied" };
  expect(refusal(await device("rate", body, { token }))).toBe("403 staff_may_not_rate");
  expect(refusal(await device("state", { deviceToken }, { token }))).toBe("403 staff_may_not_rate");
  expect(refusal(await device("pair", { code: "12345678" }, { token }))).toBe("403 staff_may_not_rate");
});

test("the desk never sees a code or a rating", async () => {
  await served();
  const { rating } = await state();
  const answer = await calls.get(world.municipal, `/counter/windows/${hall.windows[0]}`);
  expect(JSON.stringify(answer.body)).not.toContain(rating?.code);
  expect(JSON.stringify(answer.body)).not.toContain("satisfied");
});

test("a device that was taken away works no more", async () => {
  await calls.post(world.municipal, `/counter/windows/${hall.windows[0]}/unpair-device`);
  expect(refusal(await device("state", { deviceToken }))).toBe("401 device_unknown");
});

describe("sums of ratings", () => {
  const rated = (level: (typeof RATING_LEVELS)[number]) => ({ level, aspects: { attitude: level } });
  const four = Array.from({ length: 4 }, () => rated("satisfied"));

  test("show nothing below five", () => {
    expect(summarize(four)).toEqual({ shown: 0, levels: {}, aspects: [] });
  });
  test("grow by whole groups, so that a single rating never shows", () => {
    const five = [...four, rated("dissatisfied")];
    const sums = {
      shown: 5,
      levels: { satisfied: 4, dissatisfied: 1 },
      aspects: [{ aspect: "attitude", answered: 5, bad: 1 }],
    };
    expect(summarize(five)).toEqual(sums);
    expect(summarize([...five, rated("veryDissatisfied")])).toEqual(sums);
  });
  test("are for the staff of the hall", async () => {
    const path = `/counter/halls/${hall.id}/ratings`;
    expect((await calls.get(world.municipal, path)).body).toEqual({ shown: 0, levels: {}, aspects: [] });
    expect(refusal(await calls.get(world.district, path))).toBe("404 not_found");
  });
});
