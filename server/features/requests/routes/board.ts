import { pageOfRows, readCursor } from "../../../platform/database/cursor";
import type { Handlers } from "../../../platform/http/handler";
import { readCatalogue } from "../../catalogue/index";
import { placeIn, readLane } from "../board";
import { countLanes } from "../boardCounts";
import type { RequestContext } from "../context";
import { caseScopes } from "../policy";
import { presentSummary } from "../presenter/summary";
import { waitingFor } from "../waitingList";
import { presentationFor } from "./presenting";

/** The dispatch board: one lane at a time, the counts of all, and what waits for the reader beside the lanes. */
export function createBoardHandlers(
  context: RequestContext,
): Handlers<"board.list" | "board.counts" | "board.waiting"> {
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

    "board.waiting": async ({ reader, now }) => {
      const [{ cases, capped }, presentation] = await Promise.all([
        waitingFor(reader),
        presentationFor(context, { reader, now }),
      ]);
      const items = cases.map(({ request, waiting }) => ({
        request: presentSummary(request, presentation),
        waiting: waiting.map(({ kind, id, dueAt }) => ({ kind, id, dueAt: dueAt?.toISOString() })),
      }));
      return { items, capped };
    },
  };
}
