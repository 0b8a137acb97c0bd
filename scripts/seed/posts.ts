import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { PostLetter } from "@talent/shared/domain/posts";
import type { Account } from "../../server/features/accounts/index";
import { newPost, type DepartmentDocument, type PostDocument } from "../../server/features/posts/index";
import { idOf } from "./ids";
import { wechatSide } from "./personas";
import { sampleOpenid, staffAccount } from "./staff";

/** Somebody who holds a post: an invented name, or a persona of the sandbox. */
export interface HolderFacts {
  key: string;
  name: string;
  persona?: string | undefined;
}

interface PostFacts {
  code: string;
  name: string;
  phone: string;
  itemCodes: readonly string[];
  isDefault: boolean;
  holders: Readonly<Record<PostLetter, HolderFacts>>;
}

function holderAccount(
  { key, name, persona }: HolderFacts,
  department: DepartmentDocument,
  createdAt: Date,
): Account {
  const wechat = persona === undefined ? undefined : wechatSide(persona);
  return staffAccount(
    {
      key: persona ?? key,
      name: wechat?.name ?? name,
      openid: wechat?.openid ?? sampleOpenid(key),
      office: department.name,
      grant: {
        role: "departmentLiaison",
        departmentId: department._id.toHexString(),
        departmentName: department.name,
      },
    },
    createdAt,
  );
}

/** A post with its A and B holder (DB50/T 1733 §6.6.2 b). */
export function openPost(
  department: DepartmentDocument,
  facts: PostFacts,
  createdAt: Date,
): { post: PostDocument; accounts: Account[] } {
  const a = holderAccount(facts.holders.A, department, createdAt);
  const b = holderAccount(facts.holders.B, department, createdAt);
  const holder = (letter: PostLetter, account: Account) => ({
    letter,
    accountId: account._id.toHexString(),
    name: account.name,
  });
  const post = newPost(
    {
      _id: idOf(`post ${facts.code}`),
      name: facts.name,
      departmentId: department._id.toHexString(),
      departmentName: department.name,
      level: department.level,
      ...(department.districtCode === undefined ? {} : { districtCode: department.districtCode }),
      phone: facts.phone,
      itemCodes: [...facts.itemCodes],
      isDefault: facts.isDefault,
      holders: [holder("A", a), holder("B", b)],
    },
    dateInShanghai(createdAt),
  );
  return { post, accounts: [a, b] };
}
