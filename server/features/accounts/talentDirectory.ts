import type * as z from "zod/mini";
import type { ownTalentSchema } from "@talent/shared/contract/schemas/accounts";

export type OwnTalent = z.output<typeof ownTalentSchema>;

/** What accounts ask of the talents feature; put together in `app.ts`. */
export interface TalentDirectory {
  /** The record as its owner sees it, with the days left of the cycle; null when there is none. */
  ownTalent(talentId: string, now: Date): Promise<OwnTalent | null>;
  /** The record that both numbers belong to, or null. */
  findByNumbers(numbers: { idNumber: string; codeString: string }): Promise<{
    talentId: string;
    maskedName: string;
  } | null>;
  /** Binds the record to the account in one conditional write; false when another account has it. */
  bindAccount(talentId: string, accountId: string): Promise<boolean>;
}
