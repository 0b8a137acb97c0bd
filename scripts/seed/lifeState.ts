import type { Account } from "../../server/features/accounts/index";
import type { ItemVersion } from "../../server/features/catalogue/index";
import type { PostDocument } from "../../server/features/posts/index";
import type { Moment } from "../../server/features/requests/change";
import type { RequestDocument } from "../../server/features/requests/document";
import type { Reader } from "../../server/platform/auth/reader";
import type { Plan } from "./acts";
import type { Random } from "./random";
import { staffById, type World } from "./world";

/** A request while its life is told. */
export interface Life {
  world: World;
  plan: Plan;
  random: Random;
  version: ItemVersion;
  request: RequestDocument;
  requester: Reader;
  specialist: Reader;
  post: PostDocument;
}

export function readerOf(account: Account): Reader {
  return {
    accountId: account._id.toHexString(),
    name: account.name,
    office: account.office,
    grants: account.grants,
    talentId: account.talentId,
    sessionId: "demonstration",
  };
}

/** The moment of an act by somebody. */
export function momentOf(world: World, reader: Reader, now: Date): Moment {
  return { context: world.context, reader, now };
}

/** The person on duty at the post that has the request. */
export function holderOf(life: Life): Reader {
  const holder = life.post.holders[0];
  if (holder === undefined) throw new Error(`nobody holds ${life.post.name}`);
  return readerOf(staffById(life.world, holder.accountId));
}
