import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { Role } from "@talent/shared/domain/roles";
import { firstPage, workplaceOf } from "../../miniapp/src/hooks/roles";

const holding = (...roles: Role[]) => ({ roles: roles.map((role) => ({ role })) }) as unknown as Me;

test("everybody but the talent lands where their work begins", () => {
  expect(firstPage(holding("municipalSpecialist"))).toBe("board");
  expect(firstPage(holding("districtSpecialist"))).toBe("board");
  expect(firstPage(holding("departmentLiaison"))).toBe("desk");
  expect(firstPage(holding("talent"))).toBe("home");
  expect(firstPage(holding())).toBe("home");
});

test("an employer liaison lands at the cycles of its unit", () => {
  expect(workplaceOf(holding("employerLiaison"))).toBe("cycles");
});

test("no role of the staff lands at a dead end", () => {
  for (const role of ["administrator", "auditor"] as const)
    expect(workplaceOf(holding(role))).not.toBeUndefined();
});

test("a talent who also works here begins with the code", () => {
  expect(firstPage(holding("talent", "districtSpecialist"))).toBe("home");
  expect(workplaceOf(holding("talent", "districtSpecialist"))).toBe("board");
});
