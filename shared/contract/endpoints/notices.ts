import * as z from "zod/mini";
import { defineEndpoints } from "../endpoint";
import * as notices from "../schemas/notices";
import { idParams, pageOf } from "../schemas/primitives";

export const noticeEndpoints = defineEndpoints({
  "notices.list": {
    method: "GET",
    path: "/api/notices",
    summary: "My inbox, newest first",
    access: "signedIn",
    query: notices.listNoticesQuery,
    output: pageOf(notices.noticeSchema),
  },
  "notices.markRead": {
    method: "POST",
    path: "/api/notices/:id/read",
    summary: "Mark one message read",
    access: "signedIn",
    params: idParams,
    status: 204,
  },
  "notices.markAllRead": {
    method: "POST",
    path: "/api/notices/read",
    summary: "Mark everything read",
    access: "signedIn",
    status: 204,
  },
  "consents.templates": {
    method: "GET",
    path: "/api/consents/templates",
    summary: "Template ids to ask consent for at a tap",
    access: "signedIn",
    query: notices.consentTemplatesQuery,
    output: notices.consentTemplatesSchema,
  },
  "consents.report": {
    method: "POST",
    path: "/api/consents",
    summary: "What the pop-up answered",
    access: "signedIn",
    body: notices.reportConsentBody,
    status: 204,
  },
  "service.info": {
    method: "GET",
    path: "/api/service-info",
    summary: "Whom to call, opening hours, filing",
    access: "anyone",
    output: notices.serviceInfoSchema,
  },
  "tryOut.moveClock": {
    method: "PUT",
    path: "/api/try-out/clock",
    summary: "Move the injected clock; null lets it run again",
    access: "anyone",
    body: notices.moveClockBody,
    output: notices.clockSchema,
    tryOutOnly: true,
  },
  "tryOut.personas": {
    method: "GET",
    path: "/api/try-out/personas",
    summary: "Who one can be when trying out",
    access: "anyone",
    output: z.object({ items: z.array(notices.personaSchema) }),
    tryOutOnly: true,
  },
  "tryOut.loginCode": {
    method: "POST",
    path: "/api/try-out/personas/:id/login-code",
    summary: "A login code of this persona",
    access: "anyone",
    params: notices.personaParams,
    output: notices.loginCodeSchema,
    tryOutOnly: true,
  },
  "tryOut.consent": {
    method: "POST",
    path: "/api/try-out/personas/:id/consent",
    summary: "Answer the subscription pop-up as this persona",
    access: "anyone",
    params: notices.personaParams,
    body: notices.personaConsentBody,
    status: 204,
    tryOutOnly: true,
  },
});
