import type { BoardLane } from "@talent/shared/domain/requestStatus";
import type { StatusShape } from "../../../theme/statusShapes";

/** Mark at the head of each column; inside it stands alone. */
export const LANE_SHAPES: Readonly<Record<BoardLane, StatusShape>> = {
  toAccept: "waiting",
  toDispatch: "forward",
  inHand: "doing",
  dueSoon: "near",
  overdue: "over",
  done: "done",
};
