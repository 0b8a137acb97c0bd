import { api } from "../api/client";
import { forgetSession, keepMe, keepSession, useSession } from "../api/session";
import { platform } from "../platform";
import { adoptPreferences } from "./usePreferences";

/** Signs in: WeChat's own code, or the one of a persona in the browser. Throws `ApiError` or `NetworkError`. */
export async function signIn(personaId?: string): Promise<void> {
  const code = await platform.loginCode(personaId);
  const session = await api("sessions.create", { body: { code } });
  keepSession(session);
  adoptPreferences(session.me.preferences);
}

/** Signs out here at once; the server is told if it can be reached. */
export async function signOut(): Promise<void> {
  const refreshToken = useSession.getState().session?.refreshToken;
  if (refreshToken !== undefined) {
    await api("sessions.end", { body: { refreshToken } }).catch(() => undefined);
  }
  forgetSession();
}

/** Reads anew who I am; a failure leaves what was known. */
export async function refreshMe(): Promise<void> {
  if (useSession.getState().session === undefined) return;
  const me = await api("me.read").catch(() => undefined);
  if (me !== undefined) keepMe(me);
}
