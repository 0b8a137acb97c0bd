import { BOARD_LANES, type BoardLane } from "@talent/shared/domain/requestStatus";
import { LANES, narrowed, scoped, watched, type BoardQuery, type Filter } from "./board";
import { RequestModel } from "./model";

/** Counts go no further: a lane of more is "1000+" on the screen and costs no more than that to count. */
const COUNT_CAP = 1000;

export interface BoardCounts {
  lanes: Record<BoardLane, number>;
  solved: number;
  supervised: number;
  capped: boolean;
}

/** Cases per lane, those of the lane `done` that are solved, and those under supervision: at most `COUNT_CAP` of each. */
export async function countLanes(board: BoardQuery): Promise<BoardCounts> {
  const { scopeKeys, filters, catalogue, now } = board;
  const narrow = [scoped(scopeKeys), ...narrowed(filters, catalogue)];
  const count = (parts: readonly Filter[]) =>
    RequestModel.countDocuments({ $and: [...narrow, ...parts] }, { limit: COUNT_CAP + 1 }).exec();
  const ofLane = (lane: BoardLane) => [LANES[lane].filter(now), ...watched(filters, scopeKeys)];
  const [solved, supervised, ...lanes] = await Promise.all([
    count([...ofLane("done"), { solved: true }]),
    count(watched({ ...filters, supervised: "true" }, scopeKeys)),
    ...BOARD_LANES.map((lane) => count(ofLane(lane))),
  ]);
  const capped = (found: number) => Math.min(found, COUNT_CAP);
  return {
    lanes: Object.fromEntries(
      BOARD_LANES.map((lane, index) => [lane, capped(lanes[index] ?? 0)]),
    ) as BoardCounts["lanes"],
    solved: capped(solved),
    supervised: capped(supervised),
    capped: [...lanes, solved, supervised].some((found) => found > COUNT_CAP),
  };
}
