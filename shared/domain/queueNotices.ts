/** Messages about queue tickets and appointments. */
export const QUEUE_NOTICE_TYPES = [
  "ticketCalled",
  "ticketSoon",
  "appointmentBooked",
  "appointmentReminder",
  "appointmentCancelled",
] as const;

/** Tap at which consent for them is asked: taking a number or making an appointment. */
export const QUEUE_CONSENT_OCCASIONS = ["takeNumber"] as const;
