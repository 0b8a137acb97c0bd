/** Duties at a counter at the beginning and end of the day (DB50/T 1733 §6.4.1, §6.4.8). */
export const CHECKLIST_KINDS = ["opening", "closing"] as const;
export type ChecklistKind = (typeof CHECKLIST_KINDS)[number];

/** What was found at one point of a checklist. */
export const CHECK_RESULTS = ["ok", "fault"] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];
