import type { Role } from "../../domain/roles";
import { defineEndpoints } from "../endpoint";
import * as calendars from "../schemas/calendars";

const KEEPERS = ["administrator"] as const satisfies readonly Role[];
const READERS = [...KEEPERS, "auditor"] as const;

export const calendarEndpoints = defineEndpoints({
  "calendars.list": {
    method: "GET",
    path: "/api/calendars",
    summary: "Years of the working calendar with all their versions",
    access: READERS,
    output: calendars.calendarListSchema,
  },
  "calendars.preview": {
    method: "POST",
    path: "/api/calendars/preview",
    summary: "What a calendar would change: every case whose date moves. Nothing is written",
    access: KEEPERS,
    body: calendars.previewCalendarBody,
    output: calendars.calendarPreviewSchema,
  },
  "calendars.import": {
    method: "POST",
    path: "/api/calendars",
    summary: "Put a calendar into force and compute the due times anew",
    access: KEEPERS,
    body: calendars.importCalendarBody,
    output: calendars.calendarYearSchema,
    status: 201,
  },
  "calendars.restore": {
    method: "POST",
    path: "/api/calendars/:year/restore",
    summary: "Put an earlier version of a year back into force",
    access: KEEPERS,
    params: calendars.yearParams,
    body: calendars.restoreCalendarBody,
    output: calendars.calendarYearSchema,
  },
});
