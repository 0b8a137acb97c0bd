import type { Endpoint } from "./endpoint";
import { accountEndpoints } from "./endpoints/accounts";
import { appointmentEndpoints } from "./endpoints/appointments";
import { boardEndpoints } from "./endpoints/board";
import { caseWorkEndpoints } from "./endpoints/caseWork";
import { calendarEndpoints } from "./endpoints/calendars";
import { catalogueEndpoints } from "./endpoints/catalogue";
import { cycleEndpoints } from "./endpoints/cycles";
import { complaintEndpoints } from "./endpoints/complaints";
import { counterDutyEndpoints } from "./endpoints/counterDuties";
import { counterRatingEndpoints, ratingDeviceEndpoints } from "./endpoints/counterRatings";
import { counterEndpoints, queueEndpoints } from "./endpoints/counters";
import { hallSetupEndpoints } from "./endpoints/hallSetup";
import { noticeEndpoints } from "./endpoints/notices";
import { postEndpoints } from "./endpoints/posts";
import { staffAccountEndpoints } from "./endpoints/staffAccounts";
import { requestEndpoints } from "./endpoints/requests";
import { talentCodeEndpoints } from "./endpoints/talentCode";

/** Every endpoint of the product by name. */
export const CONTRACT = {
  ...accountEndpoints,
  ...catalogueEndpoints,
  ...calendarEndpoints,
  ...requestEndpoints,
  ...caseWorkEndpoints,
  ...boardEndpoints,
  ...noticeEndpoints,
  ...postEndpoints,
  ...talentCodeEndpoints,
  ...complaintEndpoints,
  ...cycleEndpoints,
  ...staffAccountEndpoints,
  ...queueEndpoints,
  ...counterEndpoints,
  ...counterDutyEndpoints,
  ...counterRatingEndpoints,
  ...ratingDeviceEndpoints,
  ...hallSetupEndpoints,
  ...appointmentEndpoints,
} as const satisfies Record<string, Endpoint>;

export type Contract = typeof CONTRACT;
export type EndpointName = keyof Contract;
