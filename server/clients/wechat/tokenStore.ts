import { Schema, model } from "mongoose";
import { isDuplicateKey } from "../../platform/database/duplicateKey";

interface TokenRow {
  _id: string;
  token?: string;
  renewAt?: Date;
  lockedUntil?: Date;
}

const schema = new Schema<TokenRow>(
  { _id: { type: String, required: true }, token: String, renewAt: Date, lockedUntil: Date },
  { collection: "wechatTokens", versionKey: false },
);
const Row = model<TokenRow>("WechatToken", schema);

/** Where all processes find the account's access token, and who of them fetches the next. */
export interface TokenStore {
  read(appid: string): Promise<{ token: string; renewAt: Date } | undefined>;
  /** True for one caller until it writes, unlocks or `until` has passed. */
  lock(appid: string, now: Date, until: Date): Promise<boolean>;
  unlock(appid: string): Promise<void>;
  write(appid: string, value: { token: string; renewAt: Date }): Promise<void>;
  forget(appid: string, token: string): Promise<void>;
}

/** Keeps the token in the collection `wechatTokens`, one document per mini-program. */
export const databaseTokenStore: TokenStore = {
  async read(appid) {
    const row = await Row.findById(appid).lean();
    if (row?.token === undefined || row.renewAt === undefined) return undefined;
    return { token: row.token, renewAt: row.renewAt };
  },
  async lock(appid, now, until) {
    const free = { $or: [{ lockedUntil: { $exists: false } }, { lockedUntil: { $lte: now } }] };
    try {
      await Row.updateOne({ _id: appid, ...free }, { $set: { lockedUntil: until } }, { upsert: true });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  },
  async unlock(appid) {
    await Row.updateOne({ _id: appid }, { $unset: { lockedUntil: 1 } });
  },
  async write(appid, { token, renewAt }) {
    await Row.updateOne(
      { _id: appid },
      { $set: { token, renewAt }, $unset: { lockedUntil: 1 } },
      { upsert: true },
    );
  },
  async forget(appid, token) {
    await Row.updateOne({ _id: appid, token }, { $unset: { token: 1, renewAt: 1 } });
  },
};
