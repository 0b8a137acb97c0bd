import { pageOfRows, readCursor } from "../../../platform/database/cursor";
import type { Handlers } from "../../../platform/http/handler";
import { readCatalogue } from "../../catalogue/index";
import { countLanes, placeIn, readLane } from "../board";
import type { RequestContext } from "../context";
import { caseScopes } from "../policy";
import { presentSummary } from "../presenter/summary";

/** The dispatch board: one lane at a time, and the counts of all. */
export function createBoardHandlers(context: RequestContext): Handlers<"board.list" | "board.counts"> {
  return {
    "board.list": async ({ reader, query, now }) => {
      const { lane, cursor, limit, ...filters } = query;
      const catalogue = await readCatalogue();
      const page = { after: cursor === undefined ? undefined : readCursor(cursor), limit: limit + 1 };
      const board = { scopeKeys: caseScopes(reader), filters, catalogue, now };
      const found = await readLane(lane, board, page);
      const { rows, next } = pageOfRows(found, limit, (row) => placeIn(lane, row));
      const presentation = { context, reader, now, catalogue };
      return { items: rows.map((row) => presentSummary(row, presentation)), ...next };
    },

    "board.counts": async ({ reader, query, now }) =>
      countLanes({ scopeKeys: caseScopes(reader), filters: query, catalogue: await readCatalogue(), now }),
  };
}
