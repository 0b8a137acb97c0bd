import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { nanoid } from "nanoid";
import { AppError } from "../../../platform/errors";
import type { Handlers } from "../../../platform/http/handler";
import { activeAccount, presentSession, type AccountContext } from "../context";
import { BrowserSignInModel, type BrowserSignIn } from "./model";

type BrowserSignInHandlers = Handlers<
  "browserSignIns.create" | "browserSignIns.approve" | "browserSignIns.claim"
>;

/** Long enough to take out a phone, short enough that a photo of the QR is worthless. */
const LIFE_MS = 120_000;
/** Lets the mini-program tell a sign-in from other codes it scans. */
const QR_PREFIX = "talent-sign-in:";

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

function sameText(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

const expired = () => new AppError("sign_in_expired", "show a new code");

/** The sign-in that this browser began, if its time is not over. */
async function ownSignIn(id: string, secret: string, now: Date): Promise<BrowserSignIn> {
  const signIn = await BrowserSignInModel.findOne({ _id: id, expiresAt: { $gt: now } }).lean();
  if (signIn === null || !sameText(signIn.secretHash, hashOf(secret))) throw expired();
  return signIn;
}

/** Sign-ins of browsers. Their two minutes are real time, not that of the clock which can be moved. */
export function browserSignInHandlers(context: AccountContext): BrowserSignInHandlers {
  const { realTime } = context.platform;
  return {
    "browserSignIns.create": async () => {
      const [id, secret, qrText] = [nanoid(), randomBytes(32).toString("base64url"), QR_PREFIX + nanoid(32)];
      const createdAt = realTime.now();
      const expiresAt = new Date(createdAt.getTime() + LIFE_MS);
      await BrowserSignInModel.create({
        _id: id,
        secretHash: hashOf(secret),
        qrHash: hashOf(qrText),
        createdAt,
        expiresAt,
      });
      return { id, secret, qrText, expiresAt: expiresAt.toISOString() };
    },
    "browserSignIns.approve": async ({ body, reader }) => {
      const approved = await BrowserSignInModel.findOneAndUpdate(
        {
          qrHash: hashOf(body.qrText),
          accountId: { $exists: false },
          expiresAt: { $gt: realTime.now() },
        },
        { $set: { accountId: reader.accountId } },
      ).lean();
      if (approved === null) throw expired();
    },
    "browserSignIns.claim": async ({ params, body, now }) => {
      const signIn = await ownSignIn(params.id, body.secret, realTime.now());
      if (signIn.accountId === undefined) return { state: "waiting" as const };
      const account = await activeAccount(signIn.accountId);
      const claimed = await BrowserSignInModel.findOneAndUpdate(
        { _id: signIn._id, claimedAt: { $exists: false } },
        { $set: { claimedAt: realTime.now() } },
      ).lean();
      if (claimed === null) throw expired();
      const session = await context.families.begin(signIn.accountId, "browser");
      return { state: "approved" as const, session: await presentSession(context, account, session, now) };
    },
  };
}
