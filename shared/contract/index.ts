import type { Endpoint } from "./endpoint";
import { accountEndpoints } from "./endpoints/accounts";
import { catalogueEndpoints } from "./endpoints/catalogue";
import { noticeEndpoints } from "./endpoints/notices";
import { requestEndpoints } from "./endpoints/requests";

/** Every endpoint of the product by name. */
export const CONTRACT = {
  ...accountEndpoints,
  ...catalogueEndpoints,
  ...requestEndpoints,
  ...noticeEndpoints,
} as const satisfies Record<string, Endpoint>;

export type Contract = typeof CONTRACT;
export type EndpointName = keyof Contract;
