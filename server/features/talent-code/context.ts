import type { Platform } from "../../platform/platform";
import type { KeyStore } from "./keys/keyStore";
import type { TypedCodeLimit } from "./scans/typedCodeLimit";

/** What the feature needs of others; put together in `features.ts`. */
export interface CodeNeeds {
  /** Ends the sign-ins of an account, but for the one that asks. */
  endSessions(accountId: string, exceptSessionId?: string): Promise<void>;
}

export interface CodeContext extends CodeNeeds {
  platform: Platform;
  keys: KeyStore;
  typedCodes: TypedCodeLimit;
}
