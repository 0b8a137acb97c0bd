import { dateInShanghai, instantInShanghai } from "@talent/shared/calendar/dates";
import { tokenAt } from "@talent/shared/domain/talentCode/batch";
import { appendEntries } from "../../server/features/audit/index";
import { ItemModel } from "../../server/features/catalogue/index";
import { createCodeContext } from "../../server/features/talent-code/index";
import { issueTokens } from "../../server/features/talent-code/issuing/issue";
import { verifyCode } from "../../server/features/talent-code/scans/verify";
import type { AccessEntryInput } from "../../server/platform/auth/accessRecorder";
import type { Keyring } from "../../server/platform/crypto/keyring";
import type { Platform } from "../../server/platform/platform";
import { personaReader } from "./complaints";
import { workingDayBefore } from "./times";

/** One visit at a desk, as it is to be told. */
interface ScanPlan {
  talent: string;
  staff: string;
  item: string;
  desk: string;
  workingDaysAgo: number;
  /** Wall clock. */
  time: string;
}

const PLANS: readonly ScanPlan[] = [
  {
    talent: "talent-b",
    staff: "municipal-specialist",
    item: "medical",
    desk: "2 号窗口",
    workingDaysAgo: 4,
    time: "14:36",
  },
  {
    talent: "talent-b",
    staff: "district-specialist",
    item: "school",
    desk: "5 号窗口",
    workingDaysAgo: 1,
    time: "09:12",
  },
  {
    talent: "talent-e",
    staff: "district-specialist",
    item: "school",
    desk: "5 号窗口",
    workingDaysAgo: 2,
    time: "10:48",
  },
];

/** Steps signed for one visit: the moment and a little around it. */
const FEW_STEPS = 6;

async function tell(plan: ScanPlan, keyring: Keyring, now: Date): Promise<AccessEntryInput[]> {
  const entries: AccessEntryInput[] = [];
  const platform = {
    keyring,
    access: { recordRead: (entry: AccessEntryInput) => void entries.push(entry) },
  } as unknown as Platform;
  const context = createCodeContext(platform, { endSessions: () => Promise.resolve() });
  const at = instantInShanghai(workingDayBefore(dateInShanghai(now), plan.workingDaysAgo), plan.time);
  const { talentId } = await personaReader(plan.talent);
  const item = await ItemModel.findOne({ code: plan.item }, { _id: 1 }).lean();
  if (talentId === undefined || item === null) throw new Error(`no ${plan.talent} or no ${plan.item}`);
  const { batch } = await issueTokens(context, talentId, at, FEW_STEPS);
  const shown = tokenAt(batch, at);
  await verifyCode(
    context,
    {
      code: shown?.token ?? "",
      itemId: item._id.toHexString(),
      purpose: "service",
      desk: plan.desk,
    },
    { reader: await personaReader(plan.staff), now: at, commandKey: undefined },
  );
  return entries;
}

/** Tells visits at desks with the product's own commands, so that talents find them in their list of lookups. */
export async function tellScans(keyring: Keyring, now: Date): Promise<void> {
  for (const plan of PLANS) await appendEntries(await tell(plan, keyring, now));
}
