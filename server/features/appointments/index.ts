import type { appointmentEndpoints } from "@talent/shared/contract/endpoints/appointments";
import type { FeatureParts, Platform } from "../../platform/platform";
import { createAppointmentContext } from "./context";
import { appointmentJobs } from "./jobs";
import { AppointmentModel } from "./model";
import { createAppointmentHandlers } from "./routes";

export { AppointmentModel } from "./model";

/** Appointments at a hall: slots, booking, another time, check-in. */
export function createAppointments(platform: Platform): FeatureParts<keyof typeof appointmentEndpoints> {
  return {
    handlers: createAppointmentHandlers(createAppointmentContext(platform)),
    models: [AppointmentModel],
    outboxes: [{ kind: "appointment", model: AppointmentModel as never }],
    jobs: appointmentJobs(platform),
  };
}
