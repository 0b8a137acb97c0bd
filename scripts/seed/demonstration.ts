import { dateInShanghai } from "@talent/shared/calendar/dates";
import { PUBLISHED_CALENDAR } from "@talent/shared/calendar/workingDays";
import { DEFAULT_LIMITS } from "@talent/shared/domain/limits";
import { SPECIALIST_ROLES } from "@talent/shared/domain/roles";
import type { Account } from "../../server/features/accounts/index";
import type { ItemDocument } from "../../server/features/catalogue/index";
import type {
  DepartmentDocument,
  PostDocument,
  RoutingRuleDocument,
} from "../../server/features/posts/index";
import type { RequestContext } from "../../server/features/requests/context";
import type { RequestDocument } from "../../server/features/requests/document";
import { scopeKeysOfGrants } from "../../server/features/requests/scopes";
import { sealTalent, type TalentDocument } from "../../server/features/talents/index";
import type { Keyring } from "../../server/platform/crypto/keyring";
import { enterAbsences } from "./absences";
import { itemDocuments } from "./catalogue";
import { CASE_WORK_PLANS } from "./caseWorkPlans";
import { crowdPlans } from "./crowdPlans";
import type { SampleFiles } from "./files";
import { idOf } from "./ids";
import { offices, type Offices } from "./offices";
import { routingRules } from "./routingRules";
import { sampleOpenid } from "./staff";
import { people, type Person } from "./people";
import { PERSONA_PLANS } from "./personaPlans";
import { PERSONA_STAFF, PERSONA_TALENTS, wechatSide } from "./personas";
import { requestDocuments } from "./requests";
import type { World } from "./world";

/** The demonstration data as documents. */
export interface Demonstration {
  items: ItemDocument[];
  departments: DepartmentDocument[];
  posts: PostDocument[];
  talents: TalentDocument[];
  accounts: Account[];
  requests: RequestDocument[];
  routingRules: RoutingRuleDocument[];
  /** Year of two digits → last running number given. */
  lastNumbers: ReadonlyMap<string, number>;
}

const DAY_MS = 86_400_000;

function talentAccount(person: Person, maskedName: string, createdAt: Date): Account {
  const persona = PERSONA_TALENTS.find(({ id }) => id === person.key);
  return {
    _id: idOf(`account ${person.key}`),
    openid: persona === undefined ? sampleOpenid(person.key) : wechatSide(person.key).openid,
    name: maskedName,
    office: "",
    grants: [{ role: "talent" }],
    talentId: person.plain._id.toHexString(),
    preferences: { language: "zh-CN", textSize: "auto" },
    disabled: false,
    createdAt,
  };
}

interface Sealed {
  talents: Map<string, TalentDocument>;
  accounts: Map<string, Account>;
}

function sealed(everybody: readonly Person[], keyring: Keyring, createdAt: Date): Sealed {
  const unbound = new Set(PERSONA_TALENTS.filter((persona) => persona.unbound).map(({ id }) => id));
  const talents = new Map<string, TalentDocument>();
  const accounts = new Map<string, Account>();
  for (const person of everybody) {
    const talent = sealTalent(keyring, person.plain);
    talents.set(person.key, talent);
    if (unbound.has(person.key)) continue;
    const account = talentAccount(person, talent.maskedName, createdAt);
    accounts.set(person.key, account);
    talent.accountId = account._id.toHexString();
  }
  return { talents, accounts };
}

/** The parts of the requests feature that decide and compute; nothing of it reaches a database. */
function quietContext({ staff }: Offices, keyring: Keyring): RequestContext {
  const specialists = staff.map((account) => ({
    id: account._id.toHexString(),
    keys: scopeKeysOfGrants(
      account.grants.filter(({ role }) => SPECIALIST_ROLES.some((known) => known === role)),
    ),
  }));
  const context: Pick<RequestContext, "calendar" | "limits" | "specialists"> = {
    calendar: PUBLISHED_CALENDAR,
    limits: DEFAULT_LIMITS,
    specialists: {
      covering: (scopeKeys) =>
        Promise.resolve(
          specialists.filter(({ keys }) => keys.some((key) => scopeKeys.includes(key))).map(({ id }) => id),
        ),
    },
  };
  return { ...context, platform: { keyring } } as RequestContext;
}

function accountIds(ids: readonly string[]): Set<string> {
  return new Set(ids.map((id) => idOf(`account ${id}`).toHexString()));
}

function staffAccountIds(all: Offices): Set<string> {
  const openids = new Set(PERSONA_STAFF.map(({ id }) => wechatSide(id).openid));
  return new Set(all.staff.filter(({ openid }) => openids.has(openid)).map(({ _id }) => _id.toHexString()));
}

/** Builds the demonstration data as of `now`: the same for the same moment, but for the nonces of sealed values. */
export async function demonstration(now: Date, keyring: Keyring, files: SampleFiles): Promise<Demonstration> {
  const createdAt = new Date(now.getTime() - 400 * DAY_MS);
  const items = itemDocuments(dateInShanghai(now));
  const all = offices(createdAt);
  const everybody = people(now);
  const { talents, accounts } = sealed(everybody, keyring, createdAt);
  const { staff, posts, postByCode, departments } = all;
  const context = quietContext(all, keyring);
  const world: World = {
    now,
    keyring,
    items,
    talents,
    talentAccounts: accounts,
    staff,
    posts,
    postByCode,
    files,
    context,
  };
  const plans = [...PERSONA_PLANS, ...CASE_WORK_PLANS, ...crowdPlans(everybody, items, now)];
  const { requests, lastNumbers } = await requestDocuments(world, plans, {
    talents: accountIds(PERSONA_TALENTS.map(({ id }) => id)),
    staff: staffAccountIds(all),
  });
  enterAbsences(postByCode, now);
  return {
    ...{ items, departments, posts, requests, lastNumbers },
    routingRules: routingRules(postByCode, now),
    talents: [...talents.values()],
    accounts: [...staff, ...accounts.values()],
  };
}
