import type { BusinessClock } from "./clock";
import { MINUTE } from "./clock";
import { WeChatError } from "./errors";
import { randomText } from "./identifiers";

/** Codes that stand for a person once, within five minutes. Login and phone codes are distinct pools. */
export interface CodePool {
  issue(openid: string): string;
  /**
   * The openid behind a code, which is used up by this.
   * @throws WeChatError 40029 unknown or expired; for a used code, `usedCode`
   */
  redeem(code: string, expectedOpenid?: string): string;
}

const LIFE = 5 * MINUTE;

interface IssuedCode {
  openid: string;
  issuedAt: number;
  used: boolean;
}

/** @param usedError what a second use answers: 40163 for login codes, 40029 with a hint for phone codes */
export function createCodePool(
  clock: BusinessClock,
  length: number,
  usedError: () => WeChatError,
  invalidError: () => WeChatError = () => new WeChatError(40029),
): CodePool {
  const codes = new Map<string, IssuedCode>();
  const forgetOld = (now: number) => {
    for (const [code, issued] of codes) {
      if (now - issued.issuedAt <= 2 * LIFE) break;
      codes.delete(code);
    }
  };
  return {
    issue: (openid) => {
      const now = clock.now();
      forgetOld(now);
      const code = randomText(length);
      codes.set(code, { openid, issuedAt: now, used: false });
      return code;
    },
    redeem: (code, expectedOpenid) => {
      const issued = codes.get(code);
      if (!issued || clock.now() - issued.issuedAt > LIFE) throw invalidError();
      if (issued.used) throw usedError();
      if (expectedOpenid !== undefined && expectedOpenid !== issued.openid) throw invalidError();
      issued.used = true;
      return issued.openid;
    },
  };
}
