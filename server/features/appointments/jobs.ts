import { runCommand, type Change } from "../../platform/database/aggregate";
import type { JobDefinition } from "../../platform/jobs/job";
import type { Platform } from "../../platform/platform";
import { readHalls, type HallDocument } from "../counters/index";
import { appointmentById } from "./commands";
import { AppointmentModel, type AppointmentDocument } from "./model";
import { appointmentNotice } from "./notices";

/** Appointments that one run treats. */
const BATCH = 500;

/** Somebody was quicker, or it is not due any more. */
class NotDue extends Error {}

export function missedQuery(now: Date) {
  return AppointmentModel.find({ missedAt: { $lte: now } }).sort({ missedAt: 1 });
}

export function reminderQuery(now: Date) {
  return AppointmentModel.find({ remindAt: { $lte: now } }).sort({ remindAt: 1 });
}

async function apply(
  appointment: AppointmentDocument,
  decide: (current: AppointmentDocument) => Change<AppointmentDocument>,
): Promise<void> {
  await runCommand<AppointmentDocument>({
    model: AppointmentModel,
    current: appointment,
    reload: () => appointmentById(appointment._id.toHexString()),
    call: { key: undefined, digest: "" },
    decide,
  }).catch((error: unknown) => {
    if (!(error instanceof NotDue)) throw error;
  });
}

/** Whoever did not come within the time of check-in has missed the appointment. */
export async function markMissed(now: Date): Promise<void> {
  const due = await missedQuery(now).limit(BATCH).lean<AppointmentDocument[]>().exec();
  for (const appointment of due)
    await apply(appointment, (current) => {
      if (current.missedAt === undefined || current.missedAt > now) throw new NotDue();
      return { set: { status: "noShow" }, unset: ["openKey", "missedAt", "remindAt"] };
    });
}

/** Reminds of tomorrow's appointments, each once. @returns how many were due */
export async function remindOfAppointments(now: Date): Promise<number> {
  const due = await reminderQuery(now).limit(BATCH).lean<AppointmentDocument[]>().exec();
  const halls = new Map<string, HallDocument>(
    (await readHalls()).map((hall) => [hall._id.toHexString(), hall]),
  );
  for (const appointment of due)
    await apply(appointment, (current) => {
      if (current.remindAt === undefined || current.remindAt > now) throw new NotDue();
      const hall = halls.get(current.hallId);
      const told = { occasion: `${current.on} ${current.from}`, now };
      const tell = current.status === "booked" && current.startsAt > now && hall !== undefined;
      return {
        unset: ["remindAt"],
        notices: tell ? [appointmentNotice("appointmentReminder", current, hall, told)] : [],
      };
    });
  return due.length;
}

export function appointmentJobs({ outbox }: Platform): JobDefinition[] {
  return [
    { name: "appointments.missed", every: "1 minute", run: markMissed },
    {
      name: "appointments.remind",
      every: "1 minute",
      async run(now) {
        if ((await remindOfAppointments(now)) > 0) outbox.nudge();
      },
    },
  ];
}
