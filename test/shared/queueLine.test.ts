import fc from "fast-check";
import {
  estimateWaits,
  inCallingOrder,
  medianOf,
  placeBehind,
  placeOfNumber,
  serviceMinutes,
  ticketsAhead,
  type LineTicket,
  type LineWindow,
} from "../../shared/domain/queueLine";
import { slotsOfDay } from "../../shared/domain/appointments";
import {
  TICKET_ACTIONS,
  TICKET_LIFECYCLE,
  TICKET_STATUSES,
  ticketMay,
  ticketNumber,
} from "../../shared/domain/queueTickets";

const ticket = (id: string, letter: string, place: number, forWindowId?: string): LineTicket => ({
  id,
  letter,
  place,
  forWindowId,
});
const window = (id: string, letters: string, freeInMinutes = 0): LineWindow => ({
  id,
  letters: [...letters],
  freeInMinutes,
});
const LINE = [ticket("1", "A", 1), ticket("2", "B", 2), ticket("3", "A", 3), ticket("4", "C", 4)];

describe("the place in the line", () => {
  test.each([
    ["the first is first", "1", [window("w", "AB")], 0],
    ["another group at the same window counts", "3", [window("w", "AB")], 2],
    ["another group at other windows does not", "3", [window("w", "A"), window("v", "B")], 1],
    ["a group that no window serves waits behind its own", "4", [window("w", "AB")], 0],
    ["with no window open the own group counts", "3", [], 1],
  ])("%s", (_, id, windows, ahead) => {
    const mine = LINE.find((one) => one.id === id) ?? ticket("?", "A", 9);
    expect(ticketsAhead(mine, LINE, windows)).toBe(ahead);
  });

  test("whoever is not in the line yet stands behind all who compete", () => {
    expect(ticketsAhead(ticket("new", "A", 9), LINE, [window("w", "A")])).toBe(2);
  });
});

describe("the estimated wait", () => {
  const minutes = { A: 10, B: 6, C: 8 };

  test("follows each window's own next ticket", () => {
    const waits = estimateWaits(LINE, [window("w", "AB", 4), window("v", "C")], minutes);
    expect([...waits]).toEqual([
      ["4", 0],
      ["1", 4],
      ["2", 14],
      ["3", 20],
    ]);
  });

  test("shares a line between windows", () => {
    const line = ["1", "2", "3"].map((id, index) => ticket(id, "A", index));
    const waits = estimateWaits(line, [window("w", "A", 5), window("v", "A")], minutes);
    expect([...waits.values()]).toEqual([0, 5, 10]);
  });

  test("keeps a reserved ticket for its window, and says nothing where nobody serves", () => {
    const line = [ticket("1", "A", 1, "v"), ticket("2", "A", 2), ticket("3", "Z", 3)];
    const waits = estimateWaits(line, [window("w", "A"), window("v", "B", 30)], minutes);
    expect([...waits]).toEqual([
      ["2", 0],
      ["1", 30],
    ]);
  });

  test("never calls a later ticket of a group before an earlier one", () => {
    const letters = fc.constantFrom("A", "B", "C");
    const lines = fc.array(letters, { maxLength: 40 });
    const windows = fc.array(fc.tuple(fc.subarray(["A", "B", "C"], { minLength: 1 }), fc.nat(20)), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(lines, windows, (wanted, offered) => {
        const line = wanted.map((letter, index) => ticket(String(index), letter, index));
        const open = offered.map(([served, free], index) => window(`w${index}`, served.join(""), free));
        const waits = estimateWaits(line, open, minutes);
        for (const letter of ["A", "B", "C"]) {
          const own = line.filter((one) => one.letter === letter).map(({ id }) => waits.get(id) ?? -1);
          expect(own).toEqual([...own].sort((a, b) => a - b));
        }
      }),
    );
  });
});

test.each([
  [[], undefined],
  [[7], 7],
  [[9, 1, 5], 5],
  [[4, 1, 9, 6], 5],
])("the median of %j is %p", (values, median) => expect(medianOf(values)).toBe(median));

test("service times are the median of the last few of the group, or its default", () => {
  const recent = [3, 5, 100, 1, 1].map((minutes) => ({ letter: "A", minutes }));
  const groups = [
    { letter: "A", defaultMinutes: 10 },
    { letter: "B", defaultMinutes: 8 },
  ];
  expect(serviceMinutes(groups, recent, 3)).toEqual({ A: 5, B: 8 });
});

test.each([
  ["behind three", [10, 20, 30, 40], 3, 35],
  ["behind the last where three wait", [10, 20, 30], 3, 99],
  ["behind the last where fewer wait", [10], 3, 99],
  ["first of an empty line", [], 3, 99],
  ["never before somebody who came later than now", [200], 3, 201],
])("somebody put back stands %s", (_, places, count, place) =>
  expect(placeBehind(places, count, 99)).toBe(place),
);

test("numbers of the same second are called in the order of numbers", () => {
  const at = new Date("2026-10-09T01:00:00.900Z");
  const earlier = new Date("2026-10-09T01:00:00.100Z");
  expect(placeOfNumber(at, 12)).toBeLessThan(placeOfNumber(earlier, 13));
  expect(placeOfNumber(new Date("2026-10-09T01:00:01Z"), 1)).toBeGreaterThan(placeOfNumber(at, 9_999));
});

test("the order of calling is the same for everybody", () => {
  const [a, b] = [ticket("a", "A", 5), ticket("b", "A", 5)];
  expect(inCallingOrder([b, a])).toEqual(inCallingOrder([a, b]));
});

test("numbers have three digits or more", () => {
  expect([ticketNumber("A", 7), ticketNumber("B", 1234)]).toEqual(["A007", "B1234"]);
});

test("every action leads from somewhere to a state, and nothing leads out of an end", () => {
  const ends = ["done", "cancelled", "expired"] as const;
  for (const action of TICKET_ACTIONS) {
    expect(TICKET_LIFECYCLE[action].from.length).toBeGreaterThan(0);
    expect(ends.some((status) => ticketMay(action, status))).toBe(false);
  }
  for (const status of TICKET_STATUSES.filter((one) => !ends.some((end) => end === one)))
    expect([status, TICKET_ACTIONS.some((action) => ticketMay(action, status))]).toEqual([status, true]);
});

test("slots are whole inside each part of the day", () => {
  const hours = [
    { from: "09:00", to: "10:10" },
    { from: "13:30", to: "14:30" },
  ];
  expect(slotsOfDay(hours, { minutes: 30 }).map(({ from, to }) => `${from}-${to}`)).toEqual([
    "09:00-09:30",
    "09:30-10:00",
    "13:30-14:00",
    "14:00-14:30",
  ]);
});
