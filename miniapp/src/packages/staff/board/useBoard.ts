import type { RequestSummary } from "@talent/shared/contract/schemas/requests";
import { BOARD_LANES, type BoardLane } from "@talent/shared/domain/requestStatus";
import { useEvery } from "../../../hooks/useEvery";
import { usePages, type Pages } from "../../../hooks/usePages";
import { useQuery } from "../../../hooks/useQuery";
import type { BoardFilter } from "./useBoardFilters";

/** Lanes whose cases somebody still works on. */
const OPEN_LANES = BOARD_LANES.filter((lane) => lane !== "done");

/** How often the board looks for what others did. */
const REFRESH_MS = 60_000;
/** Rows of one page, the contract's default. */
const FIRST_PAGE = 20;

export type BoardQuery = BoardFilter & { q?: string };

/** The lanes of the board with their counts. On the phone only the lane in sight is read. */
export function useBoard(query: BoardQuery, only: BoardLane | undefined) {
  const counts = useQuery("board.counts", { query });
  const wanted = (lane: BoardLane) => only === undefined || only === lane;
  const lanes: Record<BoardLane, Pages<RequestSummary>> = {
    toAccept: usePages("board.list", { ...query, lane: "toAccept" }, wanted("toAccept")),
    toDispatch: usePages("board.list", { ...query, lane: "toDispatch" }, wanted("toDispatch")),
    inHand: usePages("board.list", { ...query, lane: "inHand" }, wanted("inHand")),
    dueSoon: usePages("board.list", { ...query, lane: "dueSoon" }, wanted("dueSoon")),
    overdue: usePages("board.list", { ...query, lane: "overdue" }, wanted("overdue")),
    done: usePages("board.list", { ...query, lane: "done" }, wanted("done")),
  };
  // Others work on the same board. A lane that was read on is left alone, so that nothing jumps under the eye.
  useEvery(REFRESH_MS, () => {
    void counts.refresh();
    for (const lane of BOARD_LANES)
      if (wanted(lane) && lanes[lane].rows.length <= FIRST_PAGE) void lanes[lane].refresh();
  });
  const known = counts.data;
  return {
    lanes,
    count: (lane: BoardLane) => known?.lanes[lane],
    countText: (lane: BoardLane) => countWords(known?.lanes[lane], known?.capped ?? false),
    openText: known === undefined ? undefined : countWords(sum(known.lanes), known.capped),
    refresh: async () => {
      await Promise.all([
        counts.refresh(),
        ...BOARD_LANES.filter(wanted).map((lane) => lanes[lane].refresh()),
      ]);
    },
  };
}

export type Board = ReturnType<typeof useBoard>;

function sum(lanes: Partial<Record<BoardLane, number>>): number {
  return OPEN_LANES.reduce((total, lane) => total + (lanes[lane] ?? 0), 0);
}

/** From here on the server stops counting and answers `capped`. */
const COUNT_CAP = 1000;

function countWords(count: number | undefined, capped: boolean): string {
  if (count === undefined) return "";
  return capped && count >= COUNT_CAP ? `${count}+` : String(count);
}
