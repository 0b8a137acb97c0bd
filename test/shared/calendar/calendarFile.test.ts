import { readCalendarFile } from "@talent/shared/calendar/calendarFile";
import shipped from "@talent/shared/data/calendars.json";

const year = (changes: object = {}) =>
  JSON.stringify({
    ...{ year: 2027, source: "国办通知（样例）", sample: true },
    ...{ off: ["01-01..01-03", "02-05..02-11"], makeUpWork: ["01-30"] },
    ...changes,
  });

test("reads a year in the layout of the shipped file", () => {
  const { file } = readCalendarFile(year({ link: "https://www.gov.cn/x", publishedOn: "2026-11-03" }));
  expect(file).toMatchObject({
    ...{ year: 2027, source: "国办通知（样例）", sample: true, publishedOn: "2026-11-03" },
    off: ["01-01", "01-02", "01-03", "02-05", "02-06", "02-07", "02-08", "02-09", "02-10", "02-11"],
    makeUpWork: ["01-30"],
  });
});

test.each(shipped.years)("reads the shipped $year whole", (one) => {
  expect(readCalendarFile(JSON.stringify({ years: [one] })).problems).toEqual([]);
});

test("reads a year in the layout of holiday-cn, with its paper as the link", () => {
  const text = JSON.stringify({
    ...{ $schema: "x", year: 2027, papers: ["https://www.gov.cn/zhengce/x.htm"] },
    days: [
      { name: "元旦", date: "2027-01-01", isOffDay: true },
      { name: "春节", date: "2027-01-30", isOffDay: false },
    ],
  });
  expect(readCalendarFile(text).file).toMatchObject({
    ...{ year: 2027, off: ["01-01"], makeUpWork: ["01-30"], link: "https://www.gov.cn/zhengce/x.htm" },
    sample: false,
  });
});

test.each([
  ["what is no JSON", "{", "not_json", undefined],
  ["another layout", "[]", "unknown_layout", undefined],
  ["no year", JSON.stringify({ off: [] }), "unknown_layout", undefined],
  ["several years", JSON.stringify(shipped), "several_years", undefined],
  ["a day that is none", year({ off: ["02-30"] }), "not_a_date", "02-30"],
  ["a span backwards", year({ off: ["02-05..02-01"] }), "not_a_date", "02-05..02-01"],
  ["a day twice", year({ off: ["01-01", "01-01"] }), "day_twice", "2027-01-01"],
  ["a day off and worked", year({ off: ["01-30"] }), "off_and_worked", "2027-01-30"],
  ["a make-up day in the week", year({ makeUpWork: ["01-29"] }), "make_up_not_weekend", "2027-01-29"],
  ["nothing off", year({ off: [], makeUpWork: [] }), "no_days", undefined],
  [
    "a day of another year",
    JSON.stringify({ year: 2027, days: [{ date: "2026-12-31", isOffDay: true }] }),
    "wrong_year",
    "2026-12-31",
  ],
])("refuses %s and names it", (_, text, problem, entry) => {
  const { file, problems } = readCalendarFile(text);
  expect(file).toBeUndefined();
  expect(problems).toContainEqual(entry === undefined ? { problem } : { problem, entry });
});
