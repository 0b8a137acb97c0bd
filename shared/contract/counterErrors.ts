/** Errors of queues, appointments, meeting rooms and the rating device: HTTP status and stable code. */
export const COUNTER_ERRORS = {
  device_unknown: 401,
  staff_may_not_rate: 403,
  hall_closed: 409,
  already_queued: 409,
  window_taken: 409,
  window_busy: 409,
  slot_full: 409,
  already_booked: 409,
  too_early: 409,
  room_taken: 409,
  rating_code_invalid: 410,
  pairing_code_invalid: 410,
  item_not_served: 422,
} as const satisfies Record<string, number>;
