import type { ReplyWarning } from "@talent/shared/domain/caseWork";

/** One answer, next to the point that it answers. */
export interface Reply {
  point: string;
  note: string;
  basis?: string | undefined;
}

export interface Doubt {
  code: ReplyWarning;
  /** Place of the point in the request, from 0. */
  point: number;
}

/** Fewer characters than this say nothing. */
const SHORTEST = 3;
/** Below this length two texts are alike by chance. */
const COMPARABLE = 6;
/** Share of the pairs of characters from which on a text counts as taken from another. */
const SAME_AS_ANSWER = 0.8;
const SAME_AS_REQUEST = 0.85;
/** What has to be left of an answer beside “转相关部门”. */
const OWN_WORDS = 10;

const NOISE = /[\s\p{P}\p{S}]/gu;
/** Answers that end a case without saying anything. */
const EMPTY_PHRASES: readonly string[] = [
  "同上",
  "收到",
  "已阅",
  "好的",
  "已知悉",
  "已处理",
  "已办结",
  "已办理",
  "已完成",
  "无",
  "done",
  "ok",
];
const REFERRED =
  /(已|将|会|已经)?(转交|转办|转至|转给|转送|移交|移送|反映|反馈|上报|报送|转)(给|至|到|了)?(我们?的?)?(相关|有关|主管|上级|职能|对口)(的)?(职能)?(部门|单位|科室|处室|机构)(进行|予以)?(处理|办理|研究|核实|答复)?/gu;
/** Pairs of characters that any request or answer may hold. */
const COMMON_PAIRS = new Set([
  "申请",
  "办理",
  "请您",
  "您的",
  "我的",
  "是否",
  "能否",
  "可以",
  "怎么",
  "如何",
  "说明",
  "需要",
  "希望",
  "咨询",
  "安排",
]);
/** An answer that names a telephone tells more than that it was passed on. */
const TELEPHONE = /\d{3,4}[-—]?\d{4,8}/u;

function plain(text: string): string {
  return text.replace(NOISE, "").toLowerCase();
}

/** Pairs of neighbouring characters, the n-grams of n = 2 that stand for words in Chinese. */
function pairs(text: string): Set<string> {
  const characters = [...plain(text)];
  return new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ""}${character}`));
}

/** Share of the pairs of `text` that also stand in `source`, 0–1. */
function takenFrom(text: string, source: string): number {
  const own = pairs(text);
  if (own.size === 0) return 0;
  const theirs = pairs(source);
  return [...own].filter((pair) => theirs.has(pair)).length / own.size;
}

function isEmpty(note: string): boolean {
  const text = plain(note);
  return [...text].length < SHORTEST || EMPTY_PHRASES.includes(text);
}

function isCopy(note: string, other: string): boolean {
  if (plain(note) === plain(other)) return true;
  if (Math.min([...plain(note)].length, [...plain(other)].length) < COMPARABLE) return false;
  return Math.min(takenFrom(note, other), takenFrom(other, note)) >= SAME_AS_ANSWER;
}

function repeatsRequest(note: string, point: string): boolean {
  return [...plain(note)].length >= COMPARABLE && takenFrom(note, point) >= SAME_AS_REQUEST;
}

function onlyRefers(note: string): boolean {
  if (note.search(REFERRED) < 0 || TELEPHONE.test(note)) return false;
  return [...plain(note.replace(REFERRED, ""))].length < OWN_WORDS;
}

function ignores({ point, note, basis }: Reply): boolean {
  const asked = [...pairs(point)].filter((pair) => !COMMON_PAIRS.has(pair));
  const answered = pairs(`${note}${basis ?? ""}`);
  return asked.length > 0 && !asked.some((pair) => answered.has(pair));
}

/**
 * What looks wrong with the answers of a completion, point by point. Doubts, not proofs: whoever answers may stand by
 * the words. With a single point, any answer is taken to speak of it.
 */
export function doubtsOf(replies: readonly Reply[]): Doubt[] {
  return replies.flatMap((reply, index): Doubt[] => {
    const { note, point } = reply;
    if (isEmpty(note)) return [{ code: "tooShort", point: index }];
    const before = replies.slice(0, index);
    const tests: readonly (readonly [ReplyWarning, boolean])[] = [
      ["copiedFromPoint", before.some((other) => isCopy(note, other.note))],
      ["copiedFromRequest", repeatsRequest(note, point)],
      ["referredOnly", onlyRefers(note)],
      ["ignoresPoint", replies.length > 1 && ignores(reply)],
    ];
    return tests.filter(([, found]) => found).map(([code]) => ({ code, point: index }));
  });
}
