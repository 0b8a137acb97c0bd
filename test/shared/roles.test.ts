import { districtsServed, servesAt, type RoleGrant } from "@talent/shared/domain/roles";

const YUBEI = "500112";
const municipal: RoleGrant = { role: "municipalSpecialist" };
const district: RoleGrant = { role: "districtSpecialist", districtCode: YUBEI };
const unscoped: RoleGrant = { role: "districtSpecialist" };
const liaison: RoleGrant = { role: "departmentLiaison", departmentId: "d", districtCode: YUBEI };

test.each([
  ["a municipal specialist in a municipal hall", [municipal], "municipal", undefined, true],
  ["a municipal specialist in a district's hall", [municipal], "district", YUBEI, false],
  ["a district specialist in the own district", [district], "district", YUBEI, true],
  ["a district specialist in another district", [district], "district", "500103", false],
  ["a district specialist in a municipal hall", [district], "municipal", undefined, false],
  ["a district specialist without a district", [unscoped], "district", undefined, false],
  ["a liaison", [liaison], "district", YUBEI, false],
  ["somebody who is both", [municipal, district], "district", YUBEI, true],
] as const)("%s", (_who, grants, level, code, serves) => {
  expect(servesAt(grants, level, code)).toBe(serves);
});

test.each([
  ["a municipal specialist", [municipal], "all"],
  ["a district specialist", [district], [YUBEI]],
  ["a district specialist without a district", [unscoped], []],
  ["a liaison", [liaison], []],
  ["somebody who is both", [district, municipal], "all"],
] as const)("districts of %s", (_who, grants, districts) => {
  expect(districtsServed(grants)).toEqual(districts);
});
