/** Hours for which a desk without network may trust the keys and the list of lost codes that it has. */
export const DESK_KIT_HOURS = 24;
/** Days for which the server can still read a token: scans made without network are uploaded later. */
export const DAY_KEYS_KEPT_DAYS = 7;
/** A signing key signs this long; tokens of the one before stay valid until their step is over. */
export const SIGNING_KEY_DAYS = 30;
/** Days for which a scan is kept: as long as access logs have to be (网络安全法 第二十一条: six months). */
export const SCANS_KEPT_DAYS = 190;
/** A scan opens the work at the desk for this long. */
export const SCAN_SERVES_MINUTES = 30;
/** Scans that a device hands in at once. */
export const UPLOAD_SCANS = 50;

/** What somebody scans for. A token is taken once for each: a ticket at the entrance, then the desk. */
export const SCAN_PURPOSES = ["service", "ticket", "checkIn"] as const;
export type ScanPurpose = (typeof SCAN_PURPOSES)[number];

/** How the talent showed who they are (DB50/T 1733 §5.2). */
export const SHOWN_BY = ["token", "dayCode", "card"] as const;
export type ShownBy = (typeof SHOWN_BY)[number];

/** What can be lost. */
export const LOSS_KINDS = ["phone", "card"] as const;
export type LossKind = (typeof LOSS_KINDS)[number];

const HOUR_MS = 3_600_000;

/** Whether keys and list of this age may be used without network. */
export function kitServes(kitAt: Date, now: Date): boolean {
  const age = now.getTime() - kitAt.getTime();
  return age >= -HOUR_MS && age <= DESK_KIT_HOURS * HOUR_MS;
}
