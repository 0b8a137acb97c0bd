import type { FieldProblem } from "@talent/shared/contract/errors";
import type { FieldSpec, MaterialSpec } from "@talent/shared/contract/schemas/catalogue";
import { isDistrict } from "@talent/shared/domain/districts";
import { BOUNDS } from "@talent/shared/domain/limits";
import { ageOn, GUARDIAN_CONSENT_BELOW_AGE, type Beneficiary } from "@talent/shared/domain/talents";

/** What an item version asks for. */
export interface SubmissionNeeds {
  beneficiaries: readonly Beneficiary[];
  sensitive?: "health" | "minor" | undefined;
  materials: readonly MaterialSpec[];
  fields: readonly FieldSpec[];
}

/** What a form holds. */
export interface Submission {
  beneficiary: { kind: Beneficiary; named: boolean; bornOn?: string | undefined };
  points: readonly string[];
  details: Readonly<Record<string, string>>;
  consents: Readonly<Partial<Record<ConsentPurpose, unknown>>>;
  materialKeys: readonly string[];
}

export const CONSENT_PURPOSES = ["processing", "health", "guardian"] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

const VALID: Readonly<Record<FieldSpec["kind"], (value: string, field: FieldSpec) => boolean>> = {
  text: () => true,
  longText: () => true,
  number: (value) => /^-?\d{1,12}(\.\d{1,4})?$/.test(value),
  date: (value) => /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value),
  choice: (value, field) => (field.options ?? []).some((option) => option.value === value),
  district: isDistrict,
};

/** Details that no field asks for, or whose value does not fit it. Empty values count as not given. */
export function detailProblems(
  fields: readonly FieldSpec[],
  details: Readonly<Record<string, string>>,
): FieldProblem[] {
  return Object.entries(details).flatMap(([key, value]) => {
    const field = fields.find((candidate) => candidate.key === key);
    if (field === undefined) return [{ field: `body.details.${key}`, problem: "unknown_field" }];
    return value === "" || VALID[field.kind](value, field)
      ? []
      : [{ field: `body.details.${key}`, problem: "invalid_value" }];
  });
}

function missingDetails(needs: SubmissionNeeds, details: Submission["details"]): FieldProblem[] {
  return needs.fields
    .filter((field) => field.required && (details[field.key] ?? "").trim() === "")
    .map((field) => ({ field: `body.details.${field.key}`, problem: "required" }));
}

function beneficiaryProblems(
  needs: SubmissionNeeds,
  beneficiary: Submission["beneficiary"],
  todayOn: string,
): FieldProblem[] {
  const { kind, named, bornOn } = beneficiary;
  if (!needs.beneficiaries.includes(kind))
    return [{ field: "body.beneficiary.kind", problem: "not_offered_by_item" }];
  if (kind === "self") return [];
  const problems: FieldProblem[] = [];
  if (!named) problems.push({ field: "body.beneficiary.name", problem: "required" });
  if (kind === "child" && bornOn === undefined)
    problems.push({ field: "body.beneficiary.bornOn", problem: "required" });
  if (bornOn !== undefined && bornOn > todayOn)
    problems.push({ field: "body.beneficiary.bornOn", problem: "in_the_future" });
  return problems;
}

/** Everything of a form that is missing or wrong, all at once. Empty = it can be handed in as far as fields go. */
export function fieldProblems(
  needs: SubmissionNeeds,
  submission: Submission,
  todayOn: string,
): FieldProblem[] {
  const tooFew = submission.points.length < BOUNDS.points.min;
  return [
    ...beneficiaryProblems(needs, submission.beneficiary, todayOn),
    ...(tooFew ? [{ field: "body.points", problem: "required" }] : []),
    ...detailProblems(needs.fields, submission.details),
    ...missingDetails(needs, submission.details),
  ];
}

/** Consents the form needs: processing always, each sensitive purpose on its own (个人信息保护法 第二十九条、第三十一条). */
export function consentsNeeded(
  needs: SubmissionNeeds,
  beneficiary: Submission["beneficiary"],
  todayOn: string,
): ConsentPurpose[] {
  const { kind, bornOn } = beneficiary;
  const young =
    kind === "child" && bornOn !== undefined && ageOn(bornOn, todayOn) < GUARDIAN_CONSENT_BELOW_AGE;
  return CONSENT_PURPOSES.filter(
    (purpose) =>
      purpose === "processing" ||
      (purpose === "health" && needs.sensitive === "health") ||
      (purpose === "guardian" && young),
  );
}

/** Materials of an item that concern this beneficiary. */
export function materialsFor(materials: readonly MaterialSpec[], beneficiary: Beneficiary): MaterialSpec[] {
  return materials.filter(
    (material) => material.beneficiaries === undefined || material.beneficiaries.includes(beneficiary),
  );
}

/** Keys of required materials for which no file is there. */
export function missingMaterials(
  materials: readonly MaterialSpec[],
  beneficiary: Beneficiary,
  materialKeys: readonly string[],
): string[] {
  return materialsFor(materials, beneficiary)
    .filter((material) => material.required && !materialKeys.includes(material.key))
    .map((material) => material.key);
}
