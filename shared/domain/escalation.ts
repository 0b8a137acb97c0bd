import type { NoticeType } from "./notices";

/** The limits whose end somebody has to hear of. */
export const WATCHED_LIMITS = [
  "acceptance",
  "signing",
  "handling",
  /** parts of a case that somebody is to answer by a day */
  "consultation",
  "subtask",
  "supervision",
  /** the day that was promised to a talent who urged */
  "promise",
] as const;
export type WatchedLimit = (typeof WATCHED_LIMITS)[number];

/** How somebody who is told stands to the case. */
export const TOLD_RELATIONS = [
  /** who asked for the service */
  "requester",
  /** the person at the post that has the case */
  "holder",
  /** the other holder of that post (AB 角) */
  "coHolder",
  /** who accepted it; before that everybody who could */
  "specialist",
  /** specialists of the highest level that serves the case */
  "supervisor",
  /** holders of the department's general post */
  "departmentHead",
  /** who is to answer the part of the case that is late */
  "asked",
  /** who asked for that part */
  "asker",
] as const;
export type ToldRelation = (typeof TOLD_RELATIONS)[number];

/** Lines that a step writes into the history of the case. */
export const CLOCK_EVENTS = [
  "limitNear",
  "limitPassed",
  "signingLate",
  "escalated",
  "answerLate",
  "promiseBroken",
] as const;
export type ClockEvent = (typeof CLOCK_EVENTS)[number];

/** One step of the ladder. */
export interface EscalationStep {
  /** Stable: told steps are remembered by it. */
  key: string;
  limit: WatchedLimit;
  /** `warn` = when the limit counts as due soon; a number = so many working days after its end (0 = at its end). */
  when: "warn" | number;
  event: ClockEvent;
  /** Each person is told once, by the first line that names them. */
  tell: readonly { to: ToldRelation; notice: NoticeType }[];
}

/**
 * Who hears when of a limit that nears its end or is over (DB50/T 1733 §6.6.2 c), the lowest step of each limit first.
 * The standard names no steps; these are ours, and an operator may set others.
 */
export const ESCALATION: readonly EscalationStep[] = [
  {
    key: "acceptanceLate",
    limit: "acceptance",
    when: 0,
    event: "limitPassed",
    tell: [
      { to: "requester", notice: "acceptanceDelayed" },
      { to: "supervisor", notice: "acceptanceOverdue" },
      { to: "specialist", notice: "acceptanceOverdue" },
    ],
  },
  {
    key: "acceptanceStillLate",
    limit: "acceptance",
    when: 2,
    event: "escalated",
    tell: [{ to: "supervisor", notice: "acceptanceOverdue" }],
  },
  {
    key: "signingLate",
    limit: "signing",
    when: 0,
    event: "signingLate",
    tell: [
      { to: "holder", notice: "signingOverdue" },
      { to: "coHolder", notice: "signingOverdue" },
      { to: "specialist", notice: "signingOverdue" },
    ],
  },
  {
    key: "signingStillLate",
    limit: "signing",
    when: 2,
    event: "escalated",
    tell: [
      { to: "departmentHead", notice: "signingOverdue" },
      { to: "supervisor", notice: "signingOverdue" },
    ],
  },
  {
    key: "nearlyDue",
    limit: "handling",
    when: "warn",
    event: "limitNear",
    tell: [{ to: "holder", notice: "limitNear" }],
  },
  {
    key: "late",
    limit: "handling",
    when: 0,
    event: "limitPassed",
    tell: [
      { to: "requester", notice: "requestDelayed" },
      { to: "holder", notice: "caseOverdue" },
      { to: "specialist", notice: "caseOverdue" },
    ],
  },
  {
    key: "stillLate",
    limit: "handling",
    when: 2,
    event: "escalated",
    tell: [
      { to: "departmentHead", notice: "caseStillOverdue" },
      { to: "supervisor", notice: "caseStillOverdue" },
      { to: "holder", notice: "caseStillOverdue" },
    ],
  },
  {
    key: "veryLate",
    limit: "handling",
    when: 5,
    event: "escalated",
    tell: [
      { to: "supervisor", notice: "caseStillOverdue" },
      { to: "departmentHead", notice: "caseStillOverdue" },
    ],
  },
  {
    key: "consultationLate",
    limit: "consultation",
    when: 0,
    event: "answerLate",
    tell: [
      { to: "asked", notice: "answerOverdue" },
      { to: "asker", notice: "answerOverdue" },
    ],
  },
  {
    key: "subtaskLate",
    limit: "subtask",
    when: 0,
    event: "answerLate",
    tell: [
      { to: "asked", notice: "answerOverdue" },
      { to: "asker", notice: "answerOverdue" },
      { to: "holder", notice: "answerOverdue" },
    ],
  },
  {
    key: "subtaskStillLate",
    limit: "subtask",
    when: 2,
    event: "escalated",
    tell: [
      { to: "supervisor", notice: "answerOverdue" },
      { to: "asked", notice: "answerOverdue" },
    ],
  },
  {
    key: "supervisionLate",
    limit: "supervision",
    when: 0,
    event: "answerLate",
    tell: [
      { to: "asked", notice: "answerOverdue" },
      { to: "asker", notice: "answerOverdue" },
    ],
  },
  {
    key: "promiseBroken",
    limit: "promise",
    when: 0,
    event: "promiseBroken",
    tell: [
      { to: "requester", notice: "promiseBroken" },
      { to: "holder", notice: "promiseOverdue" },
      { to: "specialist", notice: "promiseOverdue" },
      { to: "supervisor", notice: "promiseOverdue" },
    ],
  },
];

/** Part of a working day in which the clock speaks (`HH:MM`, Asia/Shanghai): nobody is told at night or on a rest day. */
export interface TellingHours {
  from: string;
  until: string;
}
export const TELLING_HOURS: TellingHours = { from: "09:00", until: "17:30" };
