import { defineTexts } from "./texts";

/** Words of the day-by-day sum. */
export const daySumTexts = defineTexts(
  {
    weekdays: ["一", "二", "三", "四", "五", "六", "日"],
    start: { handling: "受理", acceptance: "提交" },
    rest: "休",
    stopped: "停",
    nth: (n: number) => `第${n}天`,
    makeUp: (date: string, n: number) => `${date}调休上班，计第 ${n} 天`,
    holiday: (span: string) => `${span}放假，不计`,
    waiting: (span: string, days: number) => `${span}等您补材料，停 ${days} 个工作日`,
    today: (date: string, n: number) => `今天 ${date}，计第 ${n} 天`,
    toCome: (span: string, days: number) => `${span}，还剩 ${days} 个工作日`,
    extended: (date: string, days: number) => `${date}批准延期 ${days} 个工作日，加在最后`,
    limitChanged: (date: string, days: number) =>
      `${date}事项更改，时限改为 ${days} 个工作日，已用的天数照算`,
    span: (from: string, to: string) => `${from}至 ${to}`,
    rule: {
      handling: "受理当天、周末和节假日不计，补齐次日接着计。",
      acceptance: "提交当天、周末和节假日不计。",
    },
    sources: (names: string) => `按${names}。`,
  },
  {
    weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    start: { handling: "start", acceptance: "sent" },
    rest: "off",
    stopped: "stop",
    nth: (n) => String(n),
    makeUp: (date, n) => `${date}: make-up working day, counts as day ${n}`,
    holiday: (span) => `${span}: holiday, not counted`,
    waiting: (span, days) => `${span}: waiting for your materials, ${days} working days not counted`,
    today: (date, n) => `Today ${date}, counts as day ${n}`,
    toCome: (span, days) => `${span}: ${days} working days left`,
    extended: (date, days) => `${date}: extended by ${days} working days, added at the end`,
    limitChanged: (date, days) => `${date}: another item, ${days} working days; days used stay used`,
    span: (from, to) => `${from} to ${to}`,
    rule: {
      handling:
        "The day of acceptance, weekends and holidays do not count; after a supplement the count goes on the next day.",
      acceptance: "The day it was handed in, weekends and holidays do not count.",
    },
    sources: (names) => `By ${names}.`,
  },
);
