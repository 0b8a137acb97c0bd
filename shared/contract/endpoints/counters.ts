import * as z from "zod/mini";
import { SPECIALIST_ROLES } from "../../domain/roles";
import { defineEndpoints } from "../endpoint";
import * as counters from "../schemas/counters";
import { idParams } from "../schemas/primitives";

/** An act at a window; the desk of the reader's own window answers. */
const atDesk = { access: SPECIALIST_ROLES, params: idParams, output: counters.polledDeskSchema } as const;

export const queueEndpoints = defineEndpoints({
  "halls.list": {
    method: "GET",
    path: "/api/halls",
    summary: "Service halls with their lines and waits; with an item only those that take it",
    access: "anyone",
    query: counters.hallsQuery,
    output: z.object({ items: z.array(counters.hallSchema) }),
  },
  "halls.read": {
    method: "GET",
    path: "/api/halls/:id",
    summary: "One hall with its lines and waits",
    access: "anyone",
    params: idParams,
    output: counters.hallSchema,
  },
  "tickets.take": {
    method: "POST",
    path: "/api/tickets",
    summary: "Take a number",
    access: "signedIn",
    body: counters.takeTicketBody,
    output: counters.ticketSchema,
    status: 201,
  },
  "tickets.mine": {
    method: "GET",
    path: "/api/tickets",
    summary: "My numbers of today, those that still run first",
    access: "signedIn",
    output: z.object({ items: z.array(counters.ticketSchema) }),
  },
  "tickets.read": {
    method: "GET",
    path: "/api/tickets/:id",
    summary: "My number with its place in the line; asked again and again",
    access: "signedIn",
    params: idParams,
    query: counters.versionQuery,
    output: counters.polledTicketSchema,
  },
  "tickets.cancel": {
    method: "POST",
    path: "/api/tickets/:id/cancel",
    summary: "Give my number back",
    access: "signedIn",
    params: idParams,
    output: counters.ticketSchema,
  },
  "displays.window": {
    method: "GET",
    path: "/api/displays/windows/:id",
    summary: "What stands over a window",
    access: "anyone",
    params: idParams,
    query: counters.versionQuery,
    output: counters.polledWindowDisplaySchema,
  },
  "displays.hall": {
    method: "GET",
    path: "/api/displays/halls/:id",
    summary: "The big screen of a hall",
    access: "anyone",
    params: idParams,
    query: counters.versionQuery,
    output: counters.polledHallDisplaySchema,
  },
});

export const counterEndpoints = defineEndpoints({
  "counter.halls": {
    method: "GET",
    path: "/api/counter/halls",
    summary: "Halls in which I work, with their windows",
    access: [...SPECIALIST_ROLES, "administrator"],
    output: z.object({
      items: z.array(counters.counterHallSchema),
      /** The window at which I sit. */
      myWindowId: z.optional(z.string()),
    }),
  },
  "counter.desk": {
    method: "GET",
    path: "/api/counter/windows/:id",
    summary: "Everything of a window; asked again and again",
    query: counters.versionQuery,
    ...atDesk,
  },
  "counter.openWindow": {
    method: "POST",
    path: "/api/counter/windows/:id/open",
    summary: "Sit down at a window, or go on after a pause",
    body: counters.openWindowBody,
    ...atDesk,
  },
  "counter.pauseWindow": {
    method: "POST",
    path: "/api/counter/windows/:id/pause",
    summary: "Call nobody for a while",
    ...atDesk,
  },
  "counter.closeWindow": {
    method: "POST",
    path: "/api/counter/windows/:id/close",
    summary: "Leave the window",
    ...atDesk,
  },
  "counter.callNext": {
    method: "POST",
    path: "/api/counter/windows/:id/call-next",
    summary: "Call the next number; no `current` in the answer = nobody waits",
    ...atDesk,
  },
  "counter.recall": {
    method: "POST",
    path: "/api/counter/tickets/:id/recall",
    summary: "Call the same number again",
    ...atDesk,
  },
  "counter.start": {
    method: "POST",
    path: "/api/counter/tickets/:id/start",
    summary: "The person is here: begin",
    ...atDesk,
  },
  "counter.skip": {
    method: "POST",
    path: "/api/counter/tickets/:id/skip",
    summary: "Nobody came 过号",
    ...atDesk,
  },
  "counter.putBack": {
    method: "POST",
    path: "/api/counter/tickets/:id/put-back",
    summary: "Put a missed number back into the line, some places behind",
    ...atDesk,
  },
  "counter.hold": {
    method: "POST",
    path: "/api/counter/tickets/:id/hold",
    summary: "Set a number aside",
    ...atDesk,
  },
  "counter.resume": {
    method: "POST",
    path: "/api/counter/tickets/:id/resume",
    summary: "Call a number that was set aside to my window",
    ...atDesk,
  },
  "counter.transfer": {
    method: "POST",
    path: "/api/counter/tickets/:id/transfer",
    summary: "Send a number to another line or window; it keeps its waiting time",
    body: counters.transferTicketBody,
    ...atDesk,
  },
  "counter.finish": {
    method: "POST",
    path: "/api/counter/tickets/:id/finish",
    summary: "Finish, open the rating on the device, and call the next one if wanted",
    body: counters.finishTicketBody,
    ...atDesk,
  },
  "counter.takeTicket": {
    method: "POST",
    path: "/api/counter/halls/:id/tickets",
    summary: "Take a number for somebody at the counter",
    access: SPECIALIST_ROLES,
    params: idParams,
    body: counters.takeTicketAtCounterBody,
    output: counters.ticketSchema,
    status: 201,
  },
});
