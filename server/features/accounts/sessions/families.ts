import type { Clock } from "../../../platform/clock";
import { AppError } from "../../../platform/errors";
import { firstRefreshToken, readRefreshToken, successorOf, type RefreshToken } from "./refreshTokens";
import { SessionModel, type SessionFamily } from "./model";

/** An unused sign-in lasts this long after its last refresh. */
export const SESSION_DAYS = 30;
/** How long the token before the current one still gives the same successor: a client that asked twice at once. */
export const REFRESH_GRACE_MS = 10_000;

const DAY_MS = 86_400_000;

export interface RotatedSession {
  familyId: string;
  accountId: string;
  refreshToken: string;
}

export interface SessionFamilies {
  begin(accountId: string, client: SessionFamily["client"]): Promise<RotatedSession>;
  /**
   * Exchanges a refresh token.
   * @throws AppError `refresh_token_invalid`, or `refresh_token_reused` after which the whole family has ended
   */
  rotate(refreshToken: string): Promise<RotatedSession>;
  /** Ends the family of this token; an unknown one changes nothing. */
  end(refreshToken: string): Promise<void>;
  /** @param exceptFamilyId goes on */
  endAllOf(accountId: string, exceptFamilyId?: string): Promise<void>;
}

/** Families of refresh tokens with rotation and reuse detection (RFC 9700 §4.14.2). */
export function createSessionFamilies(secret: Uint8Array, clock: Clock): SessionFamilies {
  const expiry = (now: Date) => new Date(now.getTime() + SESSION_DAYS * DAY_MS);

  async function endAsReused(family: SessionFamily): Promise<never> {
    await SessionModel.updateOne(
      { _id: family._id, endedAt: { $exists: false } },
      { $set: { endedAt: clock.now(), endReason: "reused" } },
    );
    throw new AppError("refresh_token_reused", "this token was used before: the sign-in has ended");
  }

  /** The family that `token` belonged to when it was not the current one. */
  async function answerOlder(token: RefreshToken, next: RefreshToken): Promise<RotatedSession> {
    const family = await SessionModel.findById(token.familyId).lean();
    const now = clock.now();
    if (family === null || family.endedAt !== undefined || family.expiresAt <= now)
      throw new AppError("refresh_token_invalid", "sign in again");
    const inGrace = now.getTime() - family.rotatedAt.getTime() <= REFRESH_GRACE_MS;
    if (family.previousHash !== token.hash || !inGrace) return endAsReused(family);
    return { familyId: family._id, accountId: family.accountId, refreshToken: next.text };
  }

  return {
    async begin(accountId, client) {
      const token = firstRefreshToken();
      const now = clock.now();
      await SessionModel.create({
        _id: token.familyId,
        accountId,
        client,
        currentHash: token.hash,
        rotatedAt: now,
        createdAt: now,
        expiresAt: expiry(now),
      });
      return { familyId: token.familyId, accountId, refreshToken: token.text };
    },
    async rotate(refreshToken) {
      const token = readRefreshToken(refreshToken);
      if (token === null) throw new AppError("refresh_token_invalid", "sign in again");
      const next = successorOf(token, secret);
      const now = clock.now();
      const family = await SessionModel.findOneAndUpdate(
        {
          _id: token.familyId,
          currentHash: token.hash,
          endedAt: { $exists: false },
          expiresAt: { $gt: now },
        },
        {
          $set: {
            currentHash: next.hash,
            previousHash: token.hash,
            rotatedAt: now,
            expiresAt: expiry(now),
          },
        },
      ).lean();
      if (family === null) return answerOlder(token, next);
      return { familyId: family._id, accountId: family.accountId, refreshToken: next.text };
    },
    async end(refreshToken) {
      const token = readRefreshToken(refreshToken);
      if (token === null) return;
      await SessionModel.updateOne(
        {
          _id: token.familyId,
          endedAt: { $exists: false },
          $or: [{ currentHash: token.hash }, { previousHash: token.hash }],
        },
        { $set: { endedAt: clock.now(), endReason: "signedOut" } },
      );
    },
    async endAllOf(accountId, exceptFamilyId) {
      const others = exceptFamilyId === undefined ? {} : { _id: { $ne: exceptFamilyId } };
      await SessionModel.updateMany(
        { accountId, endedAt: { $exists: false }, ...others },
        { $set: { endedAt: clock.now(), endReason: "disabled" } },
      );
    },
  };
}
