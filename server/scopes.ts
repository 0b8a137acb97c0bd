import { employerName, listEmployers } from "./features/employers/index";
import { DepartmentModel } from "./features/posts/index";
import type { AccountNeeds } from "./features/accounts/index";

/** A list to choose from ends here; a city has some hundreds of departments and employers. */
const MOST_OFFERED = 2000;

/** What a role can be held for: departments and employers, put together from the features that keep them. */
export const scopes: AccountNeeds["scopes"] = {
  employerName,
  async departmentName(id) {
    return (await DepartmentModel.findById(id, { name: 1 }).lean())?.name;
  },
  async all() {
    const [departments, employers] = await Promise.all([
      DepartmentModel.find({}, { name: 1 })
        .sort({ level: -1, districtCode: 1, _id: 1 })
        .limit(MOST_OFFERED)
        .lean(),
      listEmployers(MOST_OFFERED),
    ]);
    const named = ({ _id, name }: { _id: { toHexString(): string }; name: string }) => ({
      id: _id.toHexString(),
      name,
    });
    return { departments: departments.map(named), employers: employers.map(named) };
  },
};
