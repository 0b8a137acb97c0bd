let offsetMs = 0;

/** The server told its time: from now on `serverNow` follows it. Its clock, not the phone's, decides what today is. */
export function learnServerTime(now: string): void {
  const told = Date.parse(now);
  if (!Number.isNaN(told)) offsetMs = told - Date.now();
}

/** The present instant by the server's clock as last heard. */
export function serverNow(): Date {
  return new Date(Date.now() + offsetMs);
}
