import type { Me, Session } from "@talent/shared/contract/schemas/accounts";
import { create } from "zustand";
import { storage } from "../platform/storage";

const STORAGE_KEY = "session";
/** Whose drafts and last seen content are on this device. */
const OWNER_KEY = "owner";
/** Prefix of everything kept on the device that belongs to the person signed in. */
export const PERSONAL_PREFIX = "mine:";

interface Kept {
  token: string;
  refreshToken: string;
  me: Me;
}

interface SessionState {
  session: Kept | undefined;
}

/** Who is signed in on this device, with the last known record of them. */
export const useSession = create<SessionState>(() => ({ session: storage.read<Kept>(STORAGE_KEY) }));

/** Keeps a session. What another person left on this device is removed first. */
export function keepSession({ token, refreshToken, me }: Session): void {
  if (storage.read<string>(OWNER_KEY) !== me.id) removePersonal();
  storage.write(OWNER_KEY, me.id);
  const session = { token, refreshToken, me };
  storage.write(STORAGE_KEY, session);
  useSession.setState({ session });
}

/** Replaces the record of the person without touching the tokens. */
export function keepMe(me: Me): void {
  const present = useSession.getState().session;
  if (present === undefined) return;
  const session = { ...present, me };
  storage.write(STORAGE_KEY, session);
  useSession.setState({ session });
}

function removePersonal(): void {
  for (const key of storage.keys()) if (key.startsWith(PERSONAL_PREFIX)) storage.remove(key);
}

/** The session cannot be continued. Drafts stay for the same person, who only has to sign in again. */
export function dropSession(): void {
  storage.remove(STORAGE_KEY);
  useSession.setState({ session: undefined });
}

/** Signed out: the session and everything personal that was kept with it are forgotten. */
export function forgetSession(): void {
  dropSession();
  removePersonal();
}

/** The person signed in, or undefined. */
export function useMe(): Me | undefined {
  return useSession((state) => state.session?.me);
}
