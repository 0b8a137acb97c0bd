import type * as z from "zod/mini";
import type { saveDraftBody } from "@talent/shared/contract/schemas/requests";
import { maskName } from "@talent/shared/domain/masking";
import type { Keyring } from "../../../platform/crypto/keyring";
import { AppError, invalidField } from "../../../platform/errors";
import type { ItemVersion } from "../../catalogue/index";
import { SEALED as TALENT_SEALED, type TalentDocument } from "../../talents/index";
import type { Consents, RequestBeneficiary, RequestDocument } from "../document";
import { CONSENT_PURPOSES, detailProblems } from "../rules/submission";

/** Fields of the requests collection that are sealed. */
export const SEALED = { beneficiaryName: "requests.beneficiary.name" } as const;

/** What a form may carry: any part may be absent and stays as it was. */
export type FormInput = z.output<typeof saveDraftBody>;

export type FormFields = Pick<RequestDocument, "beneficiary" | "points" | "details" | "consents">;

export const EMPTY_FORM: FormFields = {
  beneficiary: { kind: "self" },
  points: [],
  details: {},
  consents: {},
};

interface FormSource {
  keyring: Keyring;
  talent: TalentDocument;
  version: ItemVersion;
  now: Date;
}

function beneficiaryOf(
  input: NonNullable<FormInput["beneficiary"]>,
  { keyring, talent }: FormSource,
): RequestBeneficiary {
  if (input.kind === "self") return { kind: "self" };
  const member = talent.family.find((one) => one.id === input.memberId);
  if (input.memberId !== undefined && member?.relation !== input.kind)
    throw invalidField("body.beneficiary.memberId", "unknown");
  const name = member === undefined ? input.name : keyring.open(TALENT_SEALED.familyName, member.name);
  return {
    kind: input.kind,
    bornOn: member?.bornOn ?? input.bornOn,
    ...(member === undefined ? {} : { memberId: member.id }),
    ...(name === undefined
      ? {}
      : { name: keyring.seal(SEALED.beneficiaryName, name), maskedName: maskName(name) }),
  };
}

/** A consent keeps the time it was first given; taking it back removes it. */
function consentsOf(before: Consents, input: NonNullable<FormInput["consents"]>, now: Date): Consents {
  const after: Consents = { ...before };
  for (const purpose of CONSENT_PURPOSES) {
    if (input[purpose] === true) after[purpose] = before[purpose] ?? now;
    if (input[purpose] === false) delete after[purpose];
  }
  return after;
}

/**
 * The form after what came in.
 * @throws AppError `invalid_input` for details that the item does not ask for and for an unknown family member
 */
export function mergeForm(before: FormFields, input: FormInput, source: FormSource): FormFields {
  const details = input.details ?? before.details;
  const fields = detailProblems(source.version.fields, details);
  if (fields.length > 0) throw new AppError("invalid_input", "details that do not fit", { fields });
  return {
    beneficiary:
      input.beneficiary === undefined ? before.beneficiary : beneficiaryOf(input.beneficiary, source),
    points: input.points === undefined ? before.points : input.points.map((text) => ({ text })),
    details,
    consents:
      input.consents === undefined
        ? before.consents
        : consentsOf(before.consents, input.consents, source.now),
  };
}
