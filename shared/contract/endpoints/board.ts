import { CASE_STAFF_ROLES } from "../../domain/roles";
import { defineEndpoints } from "../endpoint";
import * as board from "../schemas/board";
import { pageOf } from "../schemas/primitives";
import { requestSummarySchema } from "../schemas/requests";

export const boardEndpoints = defineEndpoints({
  "board.list": {
    method: "GET",
    path: "/api/board",
    summary: "One lane of the dispatch board, soonest due first",
    access: CASE_STAFF_ROLES,
    query: board.boardQuery,
    output: pageOf(requestSummarySchema),
  },
  "board.counts": {
    method: "GET",
    path: "/api/board/counts",
    summary: "Cases per lane",
    access: CASE_STAFF_ROLES,
    query: board.boardCountsQuery,
    output: board.boardCountsSchema,
  },
  "board.waiting": {
    method: "GET",
    path: "/api/board/waiting",
    summary:
      "Cases that wait for the reader beside the lanes: questions, sub-tasks, supervisions, extensions, urges",
    access: CASE_STAFF_ROLES,
    output: board.boardWaitingSchema,
  },
});
