import { endTimes, startTimes } from "../../../miniapp/src/packages/counter/rooms/roomTimes";

const HOURS = [
  { from: "09:00", to: "10:00" },
  { from: "13:30", to: "14:15" },
];

test("a booking begins on a quarter of an hour inside the opening hours", () => {
  expect(startTimes(HOURS)).toEqual(["09:00", "09:15", "09:30", "09:45", "13:30", "13:45", "14:00"]);
});

test("it ends later than it begins, at the latest when the hall closes", () => {
  expect(endTimes(HOURS, "13:45")).toEqual(["14:00", "14:15"]);
});

test("it lasts four hours at most", () => {
  const times = endTimes([{ from: "09:00", to: "18:00" }], "09:00");
  expect(times[0]).toBe("09:15");
  expect(times[times.length - 1]).toBe("13:00");
});
