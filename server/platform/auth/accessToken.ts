import { errors, jwtVerify, SignJWT } from "jose";
import * as z from "zod/mini";
import { ROLES } from "@talent/shared/domain/roles";
import type { Clock } from "../clock";
import { AppError } from "../errors";
import type { Reader } from "./reader";

/** Life of an access token in seconds: how long a withdrawn role can still be used. */
export const ACCESS_TOKEN_SECONDS = 600;

const ISSUER = "talent-one-stop";
const REMEMBERED_TOKENS = 10_000;

const claimsSchema = z.object({
  sub: z.string(),
  sid: z.string(),
  exp: z.number(),
  name: z.string(),
  office: z.string(),
  grants: z.array(
    z.object({
      role: z.enum(ROLES),
      districtCode: z.optional(z.string()),
      departmentId: z.optional(z.string()),
      employerId: z.optional(z.string()),
    }),
  ),
  talentId: z.optional(z.string()),
});

export interface AccessTokens {
  /** A token that says who the reader is, for `ACCESS_TOKEN_SECONDS`. */
  issue(reader: Reader): Promise<string>;
  /** @throws AppError `token_invalid` or `token_expired` */
  read(token: string): Promise<Reader>;
}

interface Remembered {
  reader: Reader;
  expiresAt: number;
}

/** HS256 tokens. Tokens that were verified once are remembered until they expire. */
export function createAccessTokens(secret: Uint8Array, clock: Clock): AccessTokens {
  const known = new Map<string, Remembered>();

  async function verify(token: string): Promise<Remembered> {
    try {
      const { payload } = await jwtVerify(token, secret, {
        issuer: ISSUER,
        algorithms: ["HS256"],
        currentDate: clock.now(),
      });
      const { sub, sid, exp, name, office, grants, talentId } = claimsSchema.parse(payload);
      const reader = { accountId: sub, name, office, grants, talentId, sessionId: sid };
      return { reader, expiresAt: exp * 1000 };
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new AppError("token_expired", "the token has expired");
      throw new AppError("token_invalid", "the token is not valid");
    }
  }

  return {
    async issue({ accountId, sessionId, name, office, grants, talentId }) {
      const seconds = Math.floor(clock.now().getTime() / 1000);
      return new SignJWT({ sid: sessionId, name, office, grants, talentId })
        .setProtectedHeader({ alg: "HS256" })
        .setIssuer(ISSUER)
        .setSubject(accountId)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + ACCESS_TOKEN_SECONDS)
        .sign(secret);
    },
    async read(token) {
      const remembered = known.get(token);
      if (remembered !== undefined) {
        if (clock.now().getTime() < remembered.expiresAt) return remembered.reader;
        known.delete(token);
        throw new AppError("token_expired", "the token has expired");
      }
      const fresh = await verify(token);
      if (known.size >= REMEMBERED_TOKENS) known.clear();
      known.set(token, fresh);
      return fresh.reader;
    },
  };
}
