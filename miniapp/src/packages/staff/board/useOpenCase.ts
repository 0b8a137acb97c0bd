import { BOARD_LANES } from "@talent/shared/domain/requestStatus";
import { useCallback, useRef } from "react";
import { open } from "../../../hooks/navigation";
import { rememberOrder } from "../caseOrder";
import type { Board } from "./useBoard";

/** Opens a case and remembers its lane, so that J and K walk along it. The function stays the same, which keeps cards still. */
export function useOpenCase(board: Board): (id: string) => void {
  const latest = useRef(board);
  latest.current = board;
  return useCallback((id: string) => {
    const lanes = BOARD_LANES.map((lane) => latest.current.lanes[lane].rows.map((request) => request.id));
    rememberOrder(lanes.find((ids) => ids.includes(id)) ?? []);
    open("case", { id, from: "board" });
  }, []);
}
