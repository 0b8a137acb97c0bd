import type { BusinessClock } from "./clock";
import { createClock } from "./clock";
import type { CodePool } from "./codes";
import { createCodePool } from "./codes";
import type { Credentials } from "./credentials";
import { credentialsOf } from "./credentials";
import { WeChatError } from "./errors";
import type { FaultBoard } from "./faults";
import { createFaults } from "./faults";
import { randomText } from "./identifiers";
import type { PersonaDirectory } from "./personas";
import { createPersonas } from "./personas";
import type { Pusher } from "./push/pusher";
import { createPusher } from "./push/pusher";
import type { StateFile } from "./stateFile";
import { createStateFile, readState } from "./stateFile";
import type { Inbox } from "./subscribe/inbox";
import { createInbox } from "./subscribe/inbox";
import type { Ledger } from "./subscribe/ledger";
import { createLedger } from "./subscribe/ledger";
import type { TokenDesk } from "./tokens";
import { createTokens } from "./tokens";

export interface SandboxOptions {
  /** Names the account; the same name has the same appid and secret. */
  instance?: string;
  /** JSON file that keeps consents, notices, tokens and push settings over restarts. */
  state?: string;
  /** Address of the product's web app, linked from the page. */
  product?: string;
  /** Nameless users to add to the personas, for load tests. */
  crowd?: number;
  /** Pages of the released mini-program; without them every well-formed page counts as released. */
  pages?: readonly string[];
  /** Milliseconds that one send keeps its openid busy. */
  sendHold?: number;
}

/** Everything that the sandbox's WeChat knows. */
export interface Sandbox {
  options: SandboxOptions;
  credentials: Credentials;
  clock: BusinessClock;
  personas: PersonaDirectory;
  loginCodes: CodePool;
  phoneCodes: CodePool;
  tokens: TokenDesk;
  ledger: Ledger;
  inbox: Inbox;
  faults: FaultBoard;
  pusher: Pusher;
  /** To be called after every change that outlives a restart. */
  state: StateFile;
}

function hintedInvalidCode(): WeChatError {
  return new WeChatError(40029, `invalid code hint: [${randomText(6)}]`);
}

export function createSandbox(options: SandboxOptions): Sandbox {
  const saved = readState(options.state);
  const credentials = credentialsOf(options.instance ?? "local");
  const clock = createClock();
  const tokens = createTokens(clock, saved.tokens);
  const ledger = createLedger(saved.ledger);
  const inbox = createInbox(saved.notices);
  const faults = createFaults();
  const pusher = createPusher(credentials, faults, saved.push);
  const state = createStateFile(options.state, () => ({
    ledger: ledger.snapshot(),
    notices: inbox.snapshot(),
    tokens: tokens.snapshot(),
    push: pusher.settings(),
  }));
  return {
    options,
    credentials,
    clock,
    personas: createPersonas(clock, options.crowd),
    loginCodes: createCodePool(clock, 32, () => new WeChatError(40163)),
    phoneCodes: createCodePool(clock, 64, hintedInvalidCode, hintedInvalidCode),
    tokens,
    ledger,
    inbox,
    faults,
    pusher,
    state,
  };
}
