import type { OutboxEntry } from "../../platform/database/outbox";
import type { HallDocument } from "../counters/index";
import type { AppointmentDocument } from "./model";

type About = Pick<AppointmentDocument, "number" | "itemName" | "accountId" | "on" | "from">;
type AppointmentNotice = "appointmentBooked" | "appointmentReminder" | "appointmentCancelled";

/**
 * A message about an appointment to whoever made it.
 * @param occasion told once per occasion
 */
export function appointmentNotice(
  type: AppointmentNotice,
  appointment: About,
  hall: Pick<HallDocument, "name">,
  { occasion, now, reason }: { occasion: string; now: Date; reason?: string | undefined },
): OutboxEntry {
  const { number, itemName, accountId, on, from } = appointment;
  return {
    id: `${type}:${occasion}`,
    type,
    recipientId: accountId,
    occasion,
    values: {
      number,
      itemName: itemName.zh,
      itemNameEn: itemName.en,
      hall: hall.name,
      visitOn: on,
      visitFrom: from,
      ...(reason === undefined ? {} : { reason }),
    },
    at: now,
  };
}
