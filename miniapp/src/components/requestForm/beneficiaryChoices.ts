import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { Beneficiary } from "@talent/shared/domain/talents";
import type { FormValues } from "./formState";

export type FamilyMember = NonNullable<Me["talent"]>["family"][number];

/** One answer to the question for whom: the talent, somebody on record, or somebody to be named. */
export interface BeneficiaryOption {
  key: string;
  kind: Beneficiary;
  member?: FamilyMember;
}

type Chosen = Pick<FormValues, "beneficiary" | "memberId" | "memberAge">;

function keyOf({ beneficiary, memberId }: Pick<FormValues, "beneficiary" | "memberId">): string | undefined {
  return beneficiary === undefined || memberId === undefined ? beneficiary : `${beneficiary}:${memberId}`;
}

/**
 * Everybody an item may be asked for. Whoever is on record is offered by name; a child who is not, or a spouse where
 * none is on record, can still be named.
 */
export function beneficiaryOptions(
  kinds: readonly Beneficiary[],
  family: readonly FamilyMember[],
): BeneficiaryOption[] {
  return kinds.flatMap((kind): BeneficiaryOption[] => {
    const known = family
      .filter(({ relation }) => relation === kind)
      .map((member) => ({ key: `${kind}:${member.id}`, kind, member }));
    return kind === "spouse" && known.length > 0 ? known : [...known, { key: kind, kind }];
  });
}

/** The option that the form holds. */
export function chosenOption(
  options: readonly BeneficiaryOption[],
  values: Pick<FormValues, "beneficiary" | "memberId">,
): BeneficiaryOption | undefined {
  const key = keyOf(values);
  return options.find((option) => option.key === key);
}

/** What the form holds once an option is chosen. */
export function chosenValues({ kind, member }: BeneficiaryOption): Chosen {
  return { beneficiary: kind, memberId: member?.id, memberAge: member?.age };
}
