import { appointmentEndpoints } from "@talent/shared/contract/endpoints/appointments";
import type { FeatureParts, Platform } from "../../platform/platform";
import { pending } from "../counters/pending";

type AppointmentEndpoints = keyof typeof appointmentEndpoints;

/** Appointments at a hall. */
export function createAppointments(_platform: Platform): FeatureParts<AppointmentEndpoints> {
  return { handlers: pending(Object.keys(appointmentEndpoints) as AppointmentEndpoints[]) };
}
