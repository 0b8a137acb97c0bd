import fc from "fast-check";
import {
  afterReport,
  maySend,
  NO_CONSENT,
  PAIR_WITHIN_MS,
  type ConsentReport,
} from "../../../server/features/notices/consents/rules";

const START = Date.parse("2026-10-09T01:00:00Z");
let count = 0;
function report(source: "client" | "event", atMs = 0, more: Partial<ConsentReport> = {}): ConsentReport {
  count += 1;
  return { id: String(count), source, choice: "accept", at: new Date(START + atMs), ...more };
}
const ledger = (...reports: ConsentReport[]) => reports.reduce(afterReport, NO_CONSENT);

test("counts the two reports of one acceptance once, in either order", () => {
  expect(ledger(report("client"), report("event", 300)).remaining).toBe(1);
  expect(ledger(report("event"), report("client", 300)).remaining).toBe(1);
});

test("counts two acceptances twice", () => {
  const twice = ledger(
    report("event"),
    report("client", 100),
    report("client", 5_000),
    report("event", 5_100),
  );
  expect(twice).toMatchObject({ remaining: 2, unpaired: [] });
});

test("does not pair reports that are too far apart", () => {
  expect(ledger(report("client"), report("event", PAIR_WITHIN_MS + 1)).remaining).toBe(2);
});

test("a repeated event changes nothing", () => {
  const first = report("event", 0, { eventKey: "popup:1" });
  const state = ledger(first);
  expect(afterReport(state, report("event", 10, { eventKey: "popup:1" }))).toBe(state);
});

test.each(["reject", "ban"] as const)("%s takes everything away", (choice) => {
  expect(ledger(report("client"), report("client", 1), report("client", 2, { choice }))).toMatchObject({
    remaining: 0,
    choice,
  });
});

test("filter says nothing about consent", () => {
  expect(ledger(report("client"), report("client", 1, { choice: "filter" })).remaining).toBe(1);
});

test("a one-time template needs a use, a long-term one only the last answer", () => {
  expect(maySend(undefined, true)).toBe(false);
  expect(maySend({ remaining: 0, choice: "accept" }, false)).toBe(false);
  expect(maySend({ remaining: 1, choice: "accept" }, false)).toBe(true);
  expect(maySend({ remaining: 0, choice: "accept" }, true)).toBe(true);
  expect(maySend({ remaining: 1, choice: "reject" }, true)).toBe(false);
});

test("never counts more than the acceptances and never fewer than either source reported", () => {
  const acceptance = fc.record({
    gapMs: fc.integer({ min: 61_000, max: 200_000 }),
    delayMs: fc.integer({ min: 0, max: 20_000 }),
    eventFirst: fc.boolean(),
    both: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(acceptance, { maxLength: 12 }), (acceptances) => {
      let atMs = 0;
      const reports = acceptances.flatMap(({ gapMs, delayMs, eventFirst, both }) => {
        atMs += gapMs;
        const [first, second] = eventFirst ? (["event", "client"] as const) : (["client", "event"] as const);
        return both ? [report(first, atMs), report(second, atMs + delayMs)] : [report(first, atMs)];
      });
      expect(ledger(...reports).remaining).toBe(acceptances.length);
    }),
  );
});
