import type { BusinessClock } from "./clock";
import { dayInChina, MINUTE, SECOND } from "./clock";
import { WeChatError } from "./errors";
import { randomText } from "./identifiers";

const LIFE = 7200 * SECOND;
const OVERLAP = 5 * MINUTE;
const FORCED_GAP = 30 * SECOND;
const FORCED_PER_DAY = 20;
const TOKEN_LENGTH = 136;

interface TokenAnswer {
  access_token: string;
  /** Remaining life in whole seconds. */
  expires_in: number;
}

interface LiveToken {
  value: string;
  validUntil: number;
}

/** What a restart must not lose, or every client would be thrown out by it. */
export interface TokenSnapshot {
  plain: LiveToken[];
  stable: LiveToken[];
}

/** Access tokens of the account: the pools of `/cgi-bin/token` and `/cgi-bin/stable_token` never touch. */
export interface TokenDesk {
  /** `/cgi-bin/token`: a new token each time, which ends the one before. */
  issuePlain(): TokenAnswer;
  /**
   * `/cgi-bin/stable_token`: the current token until five minutes are left, then a new one while the old
   * lives five minutes more. Forced: ends the old at once, 20 a day, at least 30 s apart (sooner: the
   * current one is returned).
   * @throws WeChatError 45009 when the day's forced refreshes are used up
   */
  issueStable(force: boolean): TokenAnswer;
  /** @throws WeChatError 41001 missing, 40014 malformed, 42001 expired, 40001 unknown or ended */
  check(token: string | undefined): void;
  snapshot(): TokenSnapshot;
}

/** The last token of a pool is the current one; earlier ones live out their overlap or are only remembered. */
class TokenPool {
  constructor(private tokens: LiveToken[]) {}

  current(): LiveToken | undefined {
    return this.tokens.at(-1);
  }

  /** A new token whose whole life lies after `now`. */
  mint(now: number): LiveToken {
    const token = { value: randomText(TOKEN_LENGTH), validUntil: now + LIFE };
    this.tokens = [...this.tokens.slice(-4), token];
    return token;
  }

  /** Forgets every token, so that they answer as unknown. */
  endAll(): void {
    this.tokens = [];
  }

  find(value: string): LiveToken | undefined {
    return this.tokens.find((token) => token.value === value);
  }

  snapshot(): LiveToken[] {
    return this.tokens;
  }
}

/** Whether a token may be handed out again; one minted before the clock was moved back would outlive its 7200 s. */
function isLasting(token: LiveToken | undefined, now: number, atLeast: number): boolean {
  return token !== undefined && token.validUntil - now > atLeast && token.validUntil - now <= LIFE;
}

function answerFor(token: LiveToken, now: number): TokenAnswer {
  return { access_token: token.value, expires_in: Math.floor((token.validUntil - now) / SECOND) };
}

export function createTokens(clock: BusinessClock, saved?: TokenSnapshot): TokenDesk {
  const plain = new TokenPool(saved?.plain ?? []);
  const stable = new TokenPool(saved?.stable ?? []);
  let lastForcedAt = Number.NEGATIVE_INFINITY;
  let forced = { day: "", count: 0 };

  const forceStable = (now: number): TokenAnswer => {
    const current = stable.current();
    const gap = now - lastForcedAt;
    if (current && isLasting(current, now, 0) && gap >= 0 && gap < FORCED_GAP) return answerFor(current, now);
    const day = dayInChina(now);
    if (forced.day !== day) forced = { day, count: 0 };
    if (forced.count >= FORCED_PER_DAY) throw new WeChatError(45009);
    forced.count += 1;
    lastForcedAt = now;
    stable.endAll();
    return answerFor(stable.mint(now), now);
  };

  return {
    issuePlain: () => {
      const now = clock.now();
      plain.endAll();
      return answerFor(plain.mint(now), now);
    },
    issueStable: (force) => {
      const now = clock.now();
      if (force) return forceStable(now);
      const current = stable.current();
      const lasting = isLasting(current, now, OVERLAP);
      if (current && lasting) return answerFor(current, now);
      if (current && current.validUntil > now) current.validUntil = now + OVERLAP;
      return answerFor(stable.mint(now), now);
    },
    check: (token) => {
      if (!token) throw new WeChatError(41001);
      if (!/^[\w-]{32,512}$/.test(token)) throw new WeChatError(40014);
      const known = plain.find(token) ?? stable.find(token);
      if (!known) throw new WeChatError(40001);
      if (known.validUntil <= clock.now()) throw new WeChatError(42001);
    },
    snapshot: () => ({ plain: plain.snapshot(), stable: stable.snapshot() }),
  };
}
