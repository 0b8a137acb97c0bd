import { categoriesServedBy, type Category } from "@talent/shared/domain/talents";
import { grantsOf, type Reader } from "../../platform/auth/reader";

/** A part of the talents: conditions that all hold. */
export interface TalentScope {
  category?: { $in: Category[] };
  districtCode?: string;
}

/**
 * Whose records a specialist may see: a municipal one those of the categories that municipal departments serve
 * (§6.3.1), a district one those of the own district (§6.3.3). Nobody else sees any.
 */
export function talentScopes(reader: Reader): TalentScope[] {
  const scopes: TalentScope[] = [];
  if (grantsOf(reader, "municipalSpecialist").length > 0)
    scopes.push({ category: { $in: categoriesServedBy("municipal") } });
  for (const { districtCode } of grantsOf(reader, "districtSpecialist"))
    if (districtCode !== undefined) scopes.push({ districtCode });
  return scopes;
}

export function maySeeTalent(reader: Reader, talent: { category: Category; districtCode: string }): boolean {
  return talentScopes(reader).some(
    (scope) =>
      (scope.category === undefined || scope.category.$in.includes(talent.category)) &&
      (scope.districtCode === undefined || scope.districtCode === talent.districtCode),
  );
}
