import data from "../data/districts.json";

export interface District {
  /** GB/T 2260. */
  code: string;
  name: string;
}

/** The 38 districts and counties of Chongqing in code order. */
export const DISTRICTS: readonly District[] = data.districts;

const names = new Map(DISTRICTS.map((district) => [district.code, district.name]));

/** The name of a district; its code where it is not known. */
export function districtName(code: string): string {
  return names.get(code) ?? code;
}

export function isDistrict(code: string): boolean {
  return names.has(code);
}
