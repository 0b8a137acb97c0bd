import type { Keyring } from "../../server/platform/crypto/keyring";
import type { Account } from "../../server/features/accounts/index";
import type { ItemDocument } from "../../server/features/catalogue/index";
import type { PostDocument } from "../../server/features/posts/index";
import type { TalentDocument } from "../../server/features/talents/index";
import type { RequestContext } from "../../server/features/requests/context";
import type { SampleFiles } from "./files";

/** Everything that exists before the first request is made. */
export interface World {
  now: Date;
  keyring: Keyring;
  items: readonly ItemDocument[];
  talents: ReadonlyMap<string, TalentDocument>;
  /** Accounts of talents and staff by key or id. */
  talentAccounts: ReadonlyMap<string, Account>;
  staff: readonly Account[];
  posts: readonly PostDocument[];
  postByCode: ReadonlyMap<string, PostDocument>;
  files: SampleFiles;
  context: RequestContext;
}

export function itemOf(world: World, code: string): ItemDocument {
  const item = world.items.find((known) => known.code === code);
  if (item === undefined) throw new Error(`no item ${code}`);
  return item;
}

export function talentOf(world: World, key: string): TalentDocument {
  const talent = world.talents.get(key);
  if (talent === undefined) throw new Error(`no talent ${key}`);
  return talent;
}

export function accountOfTalent(world: World, key: string): Account {
  const account = world.talentAccounts.get(key);
  if (account === undefined) throw new Error(`no account of ${key}`);
  return account;
}

export function staffById(world: World, id: string): Account {
  const account = world.staff.find((known) => known._id.toHexString() === id);
  if (account === undefined) throw new Error(`no account ${id}`);
  return account;
}
