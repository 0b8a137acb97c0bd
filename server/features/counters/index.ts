import {
  counterEndpoints,
  hallSetupEndpoints,
  queueEndpoints,
  ratingDeviceEndpoints,
} from "@talent/shared/contract/endpoints/counters";
import type { EndpointName } from "@talent/shared/contract/index";
import type { FeatureParts, Platform } from "../../platform/platform";
import { pending } from "./pending";

type CounterEndpoints =
  | keyof typeof queueEndpoints
  | keyof typeof counterEndpoints
  | keyof typeof ratingDeviceEndpoints
  | keyof typeof hallSetupEndpoints;

/** Halls, windows, queue tickets, calling, rating at the counter, checklists and meeting rooms. */
export function createCounters(_platform: Platform): FeatureParts<CounterEndpoints> {
  const names = [queueEndpoints, counterEndpoints, ratingDeviceEndpoints, hallSetupEndpoints].flatMap(
    (part) => Object.keys(part),
  );
  return { handlers: pending(names as (CounterEndpoints & EndpointName)[]) };
}
