import {
  entitlementFor,
  versionOn,
  type Applicant,
  type Entitlement,
  type ItemAudience,
} from "@talent/shared/domain/entitlement";

interface Dated {
  version: number;
  effectiveFromOn: string;
}

export { versionOn };

/** The version with this number. */
export function versionNumbered<T extends Dated>(versions: readonly T[], number: number): T | undefined {
  return versions.find((version) => version.version === number);
}

/** Whether an applicant may ask for an item on a day, judged by the version in effect then. */
export function entitlementOn(
  applicant: Applicant | null,
  versions: readonly (Dated & ItemAudience)[],
  todayOn: string,
): Entitlement {
  return entitlementFor(applicant, versionOn(versions, todayOn), todayOn);
}

/** A new version begins after today and after every version there is, so that no running day changes its rules. */
export function mayBeginOn(versions: readonly Dated[], beginsOn: string, todayOn: string): boolean {
  return beginsOn > todayOn && versions.every((version) => version.effectiveFromOn < beginsOn);
}
