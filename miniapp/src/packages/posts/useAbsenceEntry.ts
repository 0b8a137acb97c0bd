import type { LeftEmpty, PlannedPost } from "@talent/shared/contract/schemas/posts";
import type { DaySpan, PostLetter } from "@talent/shared/domain/posts";
import { useState } from "react";
import { ApiError } from "../../api/errors";
import { announce } from "../../hooks/useAnnouncement";
import { useDraft } from "../../hooks/useDraft";
import { useWrite } from "../../hooks/useWrite";
import { errorSentence } from "../../i18n/errorWords";
import { useTexts } from "../../i18n/texts";
import { useWords } from "../../i18n/useWords";
import { spansText } from "./dayWords";
import type { AskedSpans } from "./planRuns";
import { postTexts } from "./texts";

interface Values {
  /** Post and letter, `id:A`. */
  who: string;
  fromOn: string;
  toOn: string;
  reason: string;
}

const EMPTY: Values = { who: "", fromOn: "", toOn: "", reason: "" };

export interface AbsenceEntry {
  values: Values;
  set: <K extends keyof Values>(field: K, value: Values[K]) => void;
  /** What the form asks for, once it names days. */
  asked: AskedSpans | undefined;
  busy: boolean;
  /** What was entered last. */
  said: string | undefined;
  trouble: string | undefined;
  leftEmpty: LeftEmpty | undefined;
  send: () => Promise<void>;
  /** Takes a way out: enters other days, or asks the other holder. */
  take: (way: LeftEmpty["waysOut"][number]) => Promise<void>;
}

function leftEmptyOf(error: unknown): LeftEmpty | undefined {
  if (!(error instanceof ApiError) || error.code !== "post_left_empty") return undefined;
  return error.details as unknown as LeftEmpty;
}

function parts(who: string): { postId: string; letter: PostLetter } | undefined {
  const [postId, letter] = who.split(":");
  return postId !== undefined && (letter === "A" || letter === "B") ? { postId, letter } : undefined;
}

/** The entering of an absence: what is typed is kept on the device, a refusal stays until something is changed. */
export function useAbsenceEntry(
  start: string | undefined,
  onDone: (post: PlannedPost) => void,
): AbsenceEntry {
  const t = useTexts(postTexts);
  const words = useWords();
  const draft = useDraft(`absence:${start ?? ""}`, start === undefined ? EMPTY : { ...EMPTY, who: start });
  const write = useWrite("posts.registerAbsence");
  const asking = useWrite("posts.askOther");
  const [said, setSaid] = useState<string | undefined>(undefined);
  const { who, fromOn, toOn, reason } = draft.values;
  const target = parts(who);
  const to = words.language === "zh" ? "至" : " to ";
  const tell = (text: string) => {
    setSaid(text);
    announce(text);
  };

  const register = async (spans: DaySpan[]) => {
    if (target === undefined) return;
    setSaid(undefined);
    const done = await write.run({
      params: { id: target.postId },
      body: { letter: target.letter, spans, reason: reason.trim() },
    });
    if (done === undefined) return;
    const name = done.data.holders.find(({ letter }) => letter === target.letter)?.name ?? "";
    draft.clear();
    tell(t.done(name, spansText(spans, words, to)));
    onDone(done.data);
  };
  const ask = async (absenceId: string, name: string) => {
    if (target === undefined) return;
    const done = await asking.run({
      params: { id: target.postId, absenceId },
      body: { spans: [{ fromOn, toOn }], reason: reason.trim() },
    });
    if (done !== undefined) tell(t.asked(name));
  };

  const leftEmpty = leftEmptyOf(write.error);
  const failure = leftEmpty === undefined ? (write.error ?? asking.error) : asking.error;
  return {
    values: draft.values,
    set: (field, value) => {
      write.clearError();
      asking.clearError();
      setSaid(undefined);
      draft.set(field, value);
      if (field === "fromOn" && (toOn === "" || toOn < value)) draft.set("toOn", value);
    },
    asked:
      target === undefined || fromOn === "" || toOn === ""
        ? undefined
        : { ...target, spans: [{ fromOn, toOn }] },
    busy: write.busy || asking.busy,
    said,
    trouble: failure === undefined ? undefined : errorSentence(failure, words.language),
    leftEmpty,
    send: () => register([{ fromOn, toOn }]),
    take: (way) => (way.kind === "askOther" ? ask(way.absenceId, way.name) : register(way.spans)),
  };
}
