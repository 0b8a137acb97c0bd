import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { LimitSettings } from "@talent/shared/domain/limits";
import { AppError } from "../../../platform/errors";
import type { ItemVersion } from "../../catalogue/index";
import type { Step } from "../change";
import type { RequestDocument } from "../document";
import { startClock } from "../rules/clock";
import { consentsNeeded, fieldProblems, missingMaterials, type Submission } from "../rules/submission";
import { applicantSnapshot, itemSnapshot, type EntitledRequest } from "./entitled";
import type { FormFields } from "./form";

function submissionOf(form: FormFields, materialKeys: readonly string[]): Submission {
  const { kind, name, bornOn } = form.beneficiary;
  return {
    beneficiary: { kind, named: name !== undefined, bornOn },
    points: form.points.map((point) => point.text),
    details: form.details,
    consents: form.consents,
    materialKeys,
  };
}

/**
 * Refuses a form that cannot be handed in, each time with everything of one kind at once: fields, then consents, then
 * materials.
 * @throws AppError `invalid_input`, `consent_needed`, `materials_missing`
 */
function checkComplete(version: ItemVersion, submission: Submission, now: Date): void {
  const todayOn = dateInShanghai(now);
  const fields = fieldProblems(version, submission, todayOn);
  if (fields.length > 0) throw new AppError("invalid_input", "the form is not complete", { fields });
  const consent = consentsNeeded(version, submission.beneficiary, todayOn).find(
    (purpose) => submission.consents[purpose] === undefined,
  );
  if (consent !== undefined)
    throw new AppError("consent_needed", `consent is needed: ${consent}`, { consent });
  const { kind } = submission.beneficiary;
  const materials = missingMaterials(version.materials, kind, submission.materialKeys);
  if (materials.length > 0)
    throw new AppError("materials_missing", "required materials are not there", { materials });
}

/** The materials that are there, uploaded or seen on paper. */
export function materialKeysIn(request: Pick<RequestDocument, "files" | "intake">): string[] {
  const paper = request.intake?.paperMaterials ?? [];
  return [...request.files, ...paper].map(({ materialKey }) => materialKey);
}

/**
 * Hands a form in: the item version of today is the request's from now on, and the acceptance limit runs.
 * @throws AppError `invalid_input`, `consent_needed`, `materials_missing`
 */
export function submit(
  form: FormFields,
  materialKeys: readonly string[],
  { talent, item, version }: EntitledRequest,
  limits: LimitSettings,
  now: Date,
): Step {
  checkComplete(version, submissionOf(form, materialKeys), now);
  return {
    type: "submitted",
    set: {
      ...form,
      submittedAt: now,
      item: itemSnapshot(item, version),
      applicant: applicantSnapshot(talent),
      clock: startClock("acceptance", limits.acceptanceDays, now),
    },
  };
}
