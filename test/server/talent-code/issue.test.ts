import { batchEndsAt, tokenAt, wantsRefill } from "@talent/shared/domain/talentCode/batch";
import { unpackToken } from "@talent/shared/domain/talentCode/token";
import { isDayCode } from "@talent/shared/domain/talentCode/dayCode";
import { DayCodeModel } from "../../../server/features/talent-code/issuing/dayCodes";
import { startTestServer, type TestServer } from "../../support/testServer";
import { issueFor, shownAt, wait, type IssuedBatch } from "../../support/talentCodes";
import { addTalent, signInTalent, type Person } from "../../support/world";

let server: TestServer;
let talent: Person & { talentId: string };
let batch: IssuedBatch;

beforeAll(async () => {
  server = await startTestServer({ roles: "web", now: "2026-10-09T06:00:00.000Z" });
  talent = await signInTalent(server, "talent-b", await addTalent({ category: "B" }));
  batch = await issueFor(server, talent.token);
});
afterAll(() => server.stop());

test("a batch shows a token for each of the next sixteen hours, across midnight", () => {
  const now = server.clock.now().getTime();
  for (let minute = 0; minute < 16 * 60 - 2; minute += 7)
    expect(tokenAt(batch, new Date(now + minute * 60_000))).not.toBeNull();
  expect(tokenAt(batch, new Date(now + 16 * 3_600_000))).toBeNull();
  expect(batchEndsAt(batch).getTime() - now).toBe(16 * 3_600_000 - 60_000);
  expect(batch.days.map(({ on }) => on)).toEqual(["2026-10-09", "2026-10-10"]);
});

test("a batch stays far below what WeChat keeps under one key", () => {
  expect(JSON.stringify(batch).length).toBeLessThan(200_000);
});

test("less than half left, or another time than that of the batch, wants a new one", () => {
  const now = server.clock.now().getTime();
  const hours = (count: number) => new Date(now + count * 3_600_000);
  expect([0, 7.9, 8.1, -1].map((count) => wantsRefill(batch, hours(count)))).toEqual([
    false,
    false,
    true,
    true,
  ]);
  expect(wantsRefill(undefined, hours(0))).toBe(true);
});

test("two days of one person share nothing that can be seen", () => {
  const [today, tomorrow] = batch.days;
  expect(isDayCode(today?.code ?? "")).toBe(true);
  expect(isDayCode(tomorrow?.code ?? "")).toBe(true);
  const first = unpackToken(shownAt(server, batch).token);
  const later = unpackToken(shownAt(server, batch, 12 * 3600).token);
  if (first === null || later === null) throw new Error("tokens were expected");
  for (const part of ["salt", "sealed", "signature"] as const) {
    const a = Buffer.from(first[part]);
    const b = Buffer.from(later[part]);
    const same = a.filter((byte, i) => byte === b[i]).length;
    expect(same).toBeLessThan(a.length / 4);
  }
  expect(today?.code).not.toBe(tomorrow?.code);
});

test("nothing of the person stands in a token or in the rows that find it", async () => {
  const text = Buffer.from(unpackToken(shownAt(server, batch).token)?.signed ?? []).toString("latin1");
  expect(text).not.toContain(Buffer.from("陈").toString("latin1"));
  expect(text).not.toContain(Buffer.from(talent.talentId, "hex").toString("latin1"));
  const rows = JSON.stringify(await DayCodeModel.find().lean());
  for (const { code } of batch.days) expect(rows).not.toContain(code);
});

test("the same person gets the same code string all day and another one the next day", async () => {
  wait(server, 3600);
  const again = await issueFor(server, talent.token);
  expect(again.days).toEqual(batch.days);
  wait(server, 86_400);
  const next = await issueFor(server, talent.token);
  expect(next.days[0]?.code).not.toBe(batch.days[0]?.code);
});

test("two processes at once make one key of a day", async () => {
  wait(server, 86_400 * 3);
  const batches = await Promise.all(Array.from({ length: 6 }, () => issueFor(server, talent.token)));
  expect(new Set(batches.map(({ days }) => JSON.stringify(days))).size).toBe(1);
});
