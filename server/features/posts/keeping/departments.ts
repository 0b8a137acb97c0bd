import type { Handlers } from "../../../platform/http/handler";
import { AccountModel } from "../../accounts/index";
import { DepartmentModel } from "../model";

/** Liaisons by department: those who may hold a post there. */
async function staffByDepartment(): Promise<Map<string, { accountId: string; name: string }[]>> {
  const accounts = await AccountModel.find(
    { "grants.role": "departmentLiaison", disabled: false },
    { name: 1, grants: 1 },
  )
    .sort({ _id: 1 })
    .lean();
  const staff = new Map<string, { accountId: string; name: string }[]>();
  for (const { _id, name, grants } of accounts)
    for (const { role, departmentId } of grants) {
      if (role !== "departmentLiaison" || departmentId === undefined) continue;
      const known = staff.get(departmentId) ?? [];
      staff.set(departmentId, [...known, { accountId: _id.toHexString(), name }]);
    }
  return staff;
}

/** Departments for the form of a post: some dozens. */
export function departmentHandlers(): Handlers<"departments.staff"> {
  return {
    "departments.staff": async () => {
      const [departments, staff] = await Promise.all([
        DepartmentModel.find().sort({ level: -1, districtCode: 1, _id: 1 }).lean(),
        staffByDepartment(),
      ]);
      return {
        items: departments.map(({ _id, name, level, districtCode }) => ({
          id: _id.toHexString(),
          name,
          level,
          districtCode,
          staff: staff.get(_id.toHexString()) ?? [],
        })),
      };
    },
  };
}
