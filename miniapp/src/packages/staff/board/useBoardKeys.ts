import { BOARD_LANES } from "@talent/shared/domain/requestStatus";
import { useDidShow } from "@tarojs/taro";
import { useMemo, useState } from "react";
import { stepFocus, tabStopOf, type FocusStep } from "../../../components/staff/board/boardFocus";
import { cardId } from "../../../components/staff/board/BoardCard";
import { SEARCH_ID } from "../../../components/staff/board/BoardSearch";
import { focusField, focusOn } from "../../../components/staff/browser/focus";
import { useKeys } from "../../../components/staff/browser/keys";
import type { Board } from "./useBoard";

/** The browser shows a page a moment after it was told to. */
const SHOWN_AFTER_MS = 80;

export interface BoardKeyActs {
  /** Element of the first filter. */
  filterId: string;
  help: () => void;
  leaveSearch: () => void;
  /** Urges or supervises the focused case. */
  urge: (id: string) => void;
}

/** Arrow keys walk over the cards of all lanes; the Tab key reaches one of them. */
export function useBoardKeys(board: Board, acts: BoardKeyActs, enabled: boolean) {
  const [focused, setFocused] = useState<string | undefined>(undefined);
  const grid = useMemo(
    () => BOARD_LANES.map((lane) => board.lanes[lane].rows.map((request) => request.id)),
    [board.lanes],
  );
  const tabStop = tabStopOf(grid, focused);
  // Back from a case the focus is where it was.
  useDidShow(() => {
    if (focused !== undefined) setTimeout(() => focusOn(cardId(focused)), SHOWN_AFTER_MS);
  });
  const step = (direction: FocusStep) => {
    const next = stepFocus(grid, focused, direction);
    if (next === undefined) return;
    setFocused(next);
    focusOn(cardId(next));
  };
  useKeys(
    {
      ArrowLeft: () => step("left"),
      ArrowRight: () => step("right"),
      ArrowUp: () => step("up"),
      ArrowDown: () => step("down"),
      "/": () => focusField(SEARCH_ID),
      f: () => focusOn(acts.filterId),
      u: () => (focused === undefined ? undefined : acts.urge(focused)),
      "?": acts.help,
      Escape: () => {
        acts.leaveSearch();
        if (tabStop !== undefined) focusOn(cardId(tabStop));
      },
    },
    enabled,
  );
  const selected = BOARD_LANES.flatMap((lane) => board.lanes[lane].rows).find(
    (request) => request.id === focused,
  );
  return { tabStop, focused, setFocused, selected };
}
