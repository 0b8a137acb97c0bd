import type { Endpoint } from "./endpoint";
import { accountEndpoints } from "./endpoints/accounts";
import { appointmentEndpoints } from "./endpoints/appointments";
import { caseWorkEndpoints } from "./endpoints/caseWork";
import { catalogueEndpoints } from "./endpoints/catalogue";
import {
  counterEndpoints,
  hallSetupEndpoints,
  queueEndpoints,
  ratingDeviceEndpoints,
} from "./endpoints/counters";
import { noticeEndpoints } from "./endpoints/notices";
import { requestEndpoints } from "./endpoints/requests";

/** Every endpoint of the product by name. */
export const CONTRACT = {
  ...accountEndpoints,
  ...catalogueEndpoints,
  ...requestEndpoints,
  ...caseWorkEndpoints,
  ...noticeEndpoints,
  ...queueEndpoints,
  ...counterEndpoints,
  ...ratingDeviceEndpoints,
  ...hallSetupEndpoints,
  ...appointmentEndpoints,
} as const satisfies Record<string, Endpoint>;

export type Contract = typeof CONTRACT;
export type EndpointName = keyof Contract;
