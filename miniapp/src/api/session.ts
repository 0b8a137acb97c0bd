import type { Me, Session } from "@talent/shared/contract/schemas/accounts";
import { create } from "zustand";
import { storage } from "../platform/storage";

const STORAGE_KEY = "session";
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

export function keepSession({ token, refreshToken, me }: Session): void {
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

/** Forgets the session and everything personal that was kept with it. */
export function forgetSession(): void {
  storage.remove(STORAGE_KEY);
  for (const key of storage.keys()) if (key.startsWith(PERSONAL_PREFIX)) storage.remove(key);
  useSession.setState({ session: undefined });
}

/** The person signed in, or undefined. */
export function useMe(): Me | undefined {
  return useSession((state) => state.session?.me);
}
