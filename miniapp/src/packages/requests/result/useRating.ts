import { useState } from "react";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import type { RatingLevel } from "@talent/shared/domain/ratings";
import { announce } from "../../../hooks/useAnnouncement";
import { useWrite } from "../../../hooks/useWrite";
import { useTexts } from "../../../i18n/texts";
import { resultTexts } from "./texts";

/** A rating being given. Nothing is chosen beforehand; another level drops the tags of the one before. */
export function useRating(id: string, onRated: (request: RequestDetail) => void) {
  const t = useTexts(resultTexts);
  const [level, setLevel] = useState<RatingLevel>();
  const [tags, setTags] = useState<string[]>([]);
  const [comment, setComment] = useState("");
  const write = useWrite("requests.rate");
  const choose = (next: RatingLevel) => {
    if (next !== level) setTags([]);
    setLevel(next);
  };
  const toggle = (tag: string) =>
    setTags((before) => (before.includes(tag) ? before.filter((other) => other !== tag) : [...before, tag]));
  const send = async () => {
    if (level === undefined) return;
    const text = comment.trim();
    const body = { level, tags, ...(text === "" ? {} : { comment: text }) };
    const done = await write.run({ params: { id }, body });
    if (done === undefined) return;
    announce(t.thanks);
    onRated(done.data);
  };
  return { level, tags, comment, choose, toggle, setComment, send, busy: write.busy, error: write.error };
}

export type RatingInHand = ReturnType<typeof useRating>;
