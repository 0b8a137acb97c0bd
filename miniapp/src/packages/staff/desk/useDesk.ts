import { useRef, useState } from "react";
import { api } from "../../../api/client";
import { newIdempotencyKey } from "../../../api/idempotencyKey";
import { deskTexts } from "../../../components/staff/texts/deskTexts";
import { open } from "../../../hooks/navigation";
import { announce } from "../../../hooks/useAnnouncement";
import { usePages } from "../../../hooks/usePages";
import { useQuery } from "../../../hooks/useQuery";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { rememberOrder } from "../caseOrder";
import { useWaiting } from "../useWaiting";
import { groupOf, grouped, type DeskGroup } from "./deskGroups";

/** One page holds what a person can have in hand. */
const PAGE = 100;

/** The liaison's cases in their groups, and signing straight from the list. */
export function useDesk(query: { q?: string }) {
  const t = useTexts(deskTexts);
  const { language } = useWords();
  const counts = useQuery("board.counts", { query });
  const overdue = usePages("board.list", { ...query, lane: "overdue", limit: PAGE });
  const dueSoon = usePages("board.list", { ...query, lane: "dueSoon", limit: PAGE });
  const inHand = usePages("board.list", { ...query, lane: "inHand", limit: PAGE });
  const done = usePages("board.list", { ...query, lane: "done" });
  const waiting = useWaiting();
  const openLists = [overdue, dueSoon, inHand];
  const lists = [...openLists, done];
  const rows = lists.flatMap((list) => list.rows);
  const [only, setOnly] = useState<DeskGroup | undefined>(undefined);
  const [signing, setSigning] = useState<string | undefined>(undefined);
  const [trouble, setTrouble] = useState<string | undefined>(undefined);
  const keys = useRef(new Map<string, string>());

  const refresh = async () => {
    await Promise.all([counts.refresh(), waiting.refresh(), ...lists.map((list) => list.refresh())]);
  };
  const sign = async (id: string, number: string) => {
    if (signing !== undefined) return;
    setSigning(id);
    setTrouble(undefined);
    const key = keys.current.get(id) ?? newIdempotencyKey();
    keys.current.set(id, key);
    try {
      await api("requests.sign", { params: { id } }, key);
      announce(t.signed(number));
    } catch (error) {
      setTrouble(`${t.signFailed}${errorSentence(error, language)}`);
    } finally {
      keys.current.delete(id);
      await refresh();
      setSigning(undefined);
    }
  };
  const shown = grouped(only === undefined ? rows : rows.filter((request) => groupOf(request) === only));
  return {
    groups: shown,
    waiting: only === undefined ? waiting.items : [],
    /** How many are loaded in a group; the server counts by lane only. */
    sizeOf: (group: DeskGroup) => rows.filter((request) => groupOf(request) === group).length,
    openCount: openLists.reduce((sum, list) => sum + list.rows.length, 0),
    only,
    setOnly,
    loading: openLists.every((list) => list.loading),
    error: openLists.find((list) => list.error !== undefined)?.error,
    staleSince: openLists.find((list) => list.staleSince !== undefined)?.staleSince,
    hasMore: lists.some((list) => list.hasMore),
    more: () => lists.forEach((list) => list.more()),
    refresh,
    sign,
    signing,
    trouble,
    openCase: (id: string) => {
      rememberOrder(shown.flatMap((group) => group.rows.map((request) => request.id)));
      open("case", { id, from: "desk" });
    },
  };
}

export type Desk = ReturnType<typeof useDesk>;
