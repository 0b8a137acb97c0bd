import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { EXTENSION_STATE_LABELS } from "@talent/shared/labels/caseWork";
import type { Words } from "../../../i18n/useWords";
import type { StatusShape } from "../../../theme/statusShapes";
import type { CaseWorkWords } from "../texts/caseWorkTexts";

/** One matter beside the straight line of a case, as the case page shows it. */
export interface WorkLine {
  key: string;
  shape: StatusShape;
  what: string;
  /** Who began it, and when. */
  who: string;
  text: string;
  /** How it stands. */
  state: string;
  tone: "plain" | "amber" | "brick" | "moss";
  /** What was answered, with by whom and when. */
  answer?: { text: string; who: string } | undefined;
}

interface Answerable {
  dueAt: string;
  late: boolean;
  answeredAt?: string | undefined;
  answeredBy?: string | undefined;
  answer?: string | undefined;
}

type Standing = Pick<WorkLine, "shape" | "state" | "tone" | "answer">;

function answerOf({ answer, answeredBy, answeredAt }: Partial<Answerable>, words: Words) {
  if (answer === undefined) return undefined;
  const at = answeredAt === undefined ? "" : words.moment(answeredAt);
  return { text: answer, who: `${answeredBy ?? ""}　${at}` };
}

/** How something stands that has to be answered by a day. */
function standingOf(part: Answerable, waits: string | undefined, t: CaseWorkWords, words: Words): Standing {
  const date = words.date(dateInShanghai(new Date(part.dueAt)));
  const answer = answerOf(part, words);
  if (part.answeredAt !== undefined) return { shape: "done", state: t.answered, tone: "moss", answer };
  if (part.late) return { shape: "over", state: t.late(date), tone: "brick", answer };
  const by = t.answerBy(date);
  return { shape: "waiting", state: waits === undefined ? by : `${waits}，${by}`, tone: "amber", answer };
}

function extensionLines({ extension }: RequestDetail, t: CaseWorkWords, words: Words): WorkLine[] {
  if (extension === undefined) return [];
  const { state, workingDays, reason, askedBy, askedAt, refusal, dueAtIfApproved } = extension;
  const next =
    dueAtIfApproved === undefined
      ? ""
      : `　${t.extended(words.date(dateInShanghai(new Date(dueAtIfApproved))))}`;
  const decided = { text: refusal ?? "", who: extension.decidedBy ?? "" };
  return [
    {
      key: "extension",
      shape: state === "asked" ? "waiting" : state === "approved" ? "done" : "refused",
      what: t.extension(workingDays),
      who: `${askedBy}　${words.moment(askedAt)}`,
      text: reason,
      state: `${words.say(EXTENSION_STATE_LABELS[state])}${next}`,
      tone: state === "asked" ? "amber" : state === "approved" ? "moss" : "brick",
      answer: refusal === undefined ? undefined : decided,
    },
  ];
}

function supervisionLines({ supervisions }: RequestDetail, t: CaseWorkWords, words: Words): WorkLine[] {
  return supervisions.map((one) => {
    const standing = standingOf(one, undefined, t, words);
    const closed = { ...standing, shape: "done", state: t.closed, tone: "plain" } as const;
    return {
      key: `supervision${one.id}`,
      what: t.supervision,
      who: t.by(one.by, one.office, words.moment(one.at)),
      text: one.note,
      ...(one.closedAt === undefined ? standing : closed),
    };
  });
}

const PROMISE_LOOK = {
  open: { shape: "doing", tone: "amber" },
  kept: { shape: "done", tone: "moss" },
  broken: { shape: "over", tone: "brick" },
} as const;

function urgeLines({ urges }: RequestDetail, t: CaseWorkWords, words: Words): WorkLine[] {
  return urges.map((urge) => {
    const { promise } = urge;
    return {
      key: `urge${urge.id}`,
      what: t.urge,
      who: words.moment(urge.at),
      text: urge.note ?? t.urgeSilent,
      state: promise === undefined ? t.waitsAnswer : t.promise[promise.state](words.date(promise.on)),
      ...(promise === undefined ? ({ shape: "near", tone: "amber" } as const) : PROMISE_LOOK[promise.state]),
      answer: answerOf(urge, words),
    };
  });
}

function sharedLines(request: RequestDetail, t: CaseWorkWords, words: Words): WorkLine[] {
  const consultations = request.consultations.map((one): WorkLine => ({
    key: `consultation${one.id}`,
    what: `${t.consultation}　${t.askedTo(one.office, one.holderName)}`,
    who: `${one.by}　${words.moment(one.at)}`,
    text: one.question,
    ...standingOf(one, one.mine ? t.mine : undefined, t, words),
  }));
  const subtasks = request.subtasks.map((one): WorkLine => ({
    key: `subtask${one.id}`,
    what: `${t.subtask}　${t.askedTo(one.office, one.holderName)}`,
    who: `${one.by}　${words.moment(one.at)}`,
    text: one.task,
    ...standingOf(one, one.signedAt === undefined ? t.toSign : t.signed, t, words),
  }));
  return [...consultations, ...subtasks];
}

/** Everything beside the straight line: more time, supervisions, urges, questions, sub-tasks. */
export function workLines(request: RequestDetail, t: CaseWorkWords, words: Words): WorkLine[] {
  return [
    ...extensionLines(request, t, words),
    ...supervisionLines(request, t, words),
    ...urgeLines(request, t, words),
    ...sharedLines(request, t, words),
  ];
}
