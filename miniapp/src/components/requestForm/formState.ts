import { dayNumber } from "@talent/shared/calendar/dates";
import type { ItemDetail, MaterialSpec } from "@talent/shared/contract/schemas/catalogue";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { ageOn, GUARDIAN_CONSENT_BELOW_AGE, type Beneficiary } from "@talent/shared/domain/talents";

export const FORM_STEPS = ["who", "wishes", "materials", "review"] as const;
export type FormStep = (typeof FORM_STEPS)[number];

export const CONSENT_KINDS = ["processing", "health", "guardian"] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

/** What the form keeps on the device, field by field. */
export interface FormValues {
  step: number;
  beneficiary: Beneficiary | undefined;
  /** One of the talent's family on record: name and birthday are taken from there. */
  memberId: string | undefined;
  /** Completed years of that member, where the record has them. */
  memberAge: number | undefined;
  /** Only for somebody who is not on record. */
  name: string;
  /** `YYYY-MM-DD`, children only. */
  bornOn: string | undefined;
  points: string[];
  details: Record<string, string>;
  consents: Partial<Record<ConsentKind, boolean>>;
  /** The draft on the server, from the first upload on. */
  requestId: string | undefined;
}

export const EMPTY_FORM: FormValues = {
  step: 0,
  beneficiary: undefined,
  memberId: undefined,
  memberAge: undefined,
  name: "",
  bornOn: undefined,
  points: [""],
  details: {},
  consents: {},
  requestId: undefined,
};

/** One thing to mend: where it stands and what is wrong, as a key of the texts. */
export type Problem =
  | { anchor: string; kind: "beneficiary" | "name" | "bornOn" | "point" | "consent" }
  | { anchor: string; kind: "field"; key: string }
  | { anchor: string; kind: "material"; key: string };

/** Completed years of the beneficiary, as far as they are known. */
function beneficiaryAge({ memberId, memberAge, bornOn }: FormValues, todayOn: string): number | undefined {
  if (memberId !== undefined) return memberAge;
  return bornOn === undefined ? undefined : ageOn(bornOn, todayOn);
}

/** Consents that this request needs, each for its own purpose. A child of unknown age counts as young. */
export function neededConsents(item: ItemDetail, values: FormValues, todayOn: string): ConsentKind[] {
  const young =
    values.beneficiary === "child" && (beneficiaryAge(values, todayOn) ?? 0) < GUARDIAN_CONSENT_BELOW_AGE;
  return [
    "processing",
    ...(item.sensitive === "health" ? (["health"] as const) : []),
    ...(young ? (["guardian"] as const) : []),
  ];
}

/** Materials that are asked for this beneficiary. */
export function neededMaterials(item: ItemDetail, beneficiary: Beneficiary | undefined): MaterialSpec[] {
  return item.materials.filter(
    ({ beneficiaries }) =>
      beneficiaries === undefined || beneficiary === undefined || beneficiaries.includes(beneficiary),
  );
}

function isDate(on: string): boolean {
  try {
    return dayNumber(on) > 0;
  } catch {
    return false;
  }
}

/** What is missing in one step, in the order of the page. `handedIn` names materials that have a file. */
export function problemsOf(
  step: FormStep,
  item: ItemDetail,
  values: FormValues,
  context: { todayOn: string; handedIn: ReadonlySet<string> },
): Problem[] {
  switch (step) {
    case "who": {
      const { beneficiary, memberId, name, bornOn } = values;
      if (beneficiary === undefined) return [{ anchor: "who", kind: "beneficiary" }];
      if (memberId !== undefined) return [];
      const problems: Problem[] = [];
      if (beneficiary !== "self" && name.trim() === "") problems.push({ anchor: "who-name", kind: "name" });
      if (beneficiary === "child" && (bornOn === undefined || !isDate(bornOn))) {
        problems.push({ anchor: "who-born", kind: "bornOn" });
      }
      return problems;
    }
    case "wishes": {
      const problems: Problem[] = values.points.some((point) => point.trim() !== "")
        ? []
        : [{ anchor: "point-0", kind: "point" }];
      for (const field of item.fields) {
        if (field.required && (values.details[field.key] ?? "").trim() === "") {
          problems.push({ anchor: `field-${field.key}`, kind: "field", key: field.key });
        }
      }
      return problems;
    }
    case "materials":
      return neededMaterials(item, values.beneficiary)
        .filter((material) => material.required && !context.handedIn.has(material.key))
        .map((material) => ({ anchor: `material-${material.key}`, kind: "material", key: material.key }));
    case "review":
      return neededConsents(item, values, context.todayOn)
        .filter((kind) => values.consents[kind] !== true)
        .map((kind) => ({ anchor: `consent-${kind}`, kind: "consent" }));
  }
}

/** The values as the server takes them: empty parts are left out, points are trimmed. */
export function bodyOf(values: FormValues) {
  const details = Object.fromEntries(
    Object.entries(values.details).filter(([, value]) => value.trim() !== ""),
  );
  const points = values.points.map((point) => point.trim()).filter((point) => point !== "");
  const { beneficiary, consents } = values;
  return {
    ...(beneficiary === undefined ? {} : { beneficiary: { kind: beneficiary, ...personOf(values) } }),
    points,
    details,
    consents,
  };
}

/** Who the beneficiary is: nothing for the talent, the place in the record, or what was written. */
function personOf({ beneficiary, memberId, name, bornOn }: FormValues) {
  if (beneficiary === "self") return {};
  if (memberId !== undefined) return { memberId };
  const written = name.trim();
  return {
    ...(written === "" ? {} : { name: written }),
    ...(beneficiary === "child" && bornOn !== undefined ? { bornOn } : {}),
  };
}

/** The values of a draft that the server has, to fill an empty form again. */
export function valuesOf(request: RequestDetail): FormValues {
  const draft = request.draft ?? {};
  return {
    ...EMPTY_FORM,
    beneficiary: draft.beneficiary?.kind,
    memberId: draft.beneficiary?.memberId,
    memberAge: request.beneficiaryAge,
    name: draft.beneficiary?.name ?? "",
    bornOn: draft.beneficiary?.bornOn,
    points: draft.points === undefined || draft.points.length === 0 ? [""] : [...draft.points],
    details: { ...draft.details },
    consents: { ...draft.consents },
    requestId: request.id,
  };
}
