/** Clock times and dates as WeChat's `time` and `date` keywords take them, alone or as a range with `~`. */

const CLOCK = /^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;
const FULL_DATE = /^(\d{4})(?:年(\d{1,2})月(\d{1,2})日|([-/.])(\d{1,2})\4(\d{1,2}))/;
const YEAR_MONTH = /^\d{4}(?:年(\d{1,2})月|[-/.](\d{1,2}))$/;
const MONTH_DAY = /^(?:(\d{1,2})月(\d{1,2})日|(\d{1,2})[-/.](\d{1,2}))$/;

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** What follows a full date at the start of the text, or undefined when there is no such date. */
function afterFullDate(text: string): string | undefined {
  const match = FULL_DATE.exec(text);
  if (!match) return undefined;
  const [whole, year, month1, day1, , month2, day2] = match;
  if (!isDay(Number(year), Number(month1 ?? month2), Number(day1 ?? day2))) return undefined;
  return text.slice(whole.length).trim();
}

function isMoment(text: string): boolean {
  if (CLOCK.test(text)) return true;
  const rest = afterFullDate(text);
  return rest !== undefined && CLOCK.test(rest);
}

function isDate(text: string): boolean {
  const rest = afterFullDate(text);
  if (rest !== undefined) return rest === "" || CLOCK.test(rest);
  const yearMonth = YEAR_MONTH.exec(text);
  if (yearMonth) return isDay(2000, Number(yearMonth[1] ?? yearMonth[2]), 1);
  const monthDay = MONTH_DAY.exec(text);
  return (
    monthDay !== null && isDay(2000, Number(monthDay[1] ?? monthDay[3]), Number(monthDay[2] ?? monthDay[4]))
  );
}

function isRangeOf(isOne: (text: string) => boolean, text: string): boolean {
  const ends = text.split("~").map((end) => end.trim());
  return ends.length <= 2 && ends.every(isOne);
}

/** `15:01`, `2019年10月1日 15:01`, and ranges of them. */
export function isTimeValue(text: string): boolean {
  return isRangeOf(isMoment, text);
}

/** `2019年10月1日`, `2018-01-01`, `2018/01/01`, `2018.01.01`, `2018-01`, `01-01`, with an optional time. */
export function isDateValue(text: string): boolean {
  return isRangeOf((end) => isDate(end), text);
}
