import { catalogueItems, type ItemData } from "../../server/data/items";
import { DEPARTMENTS, DISTRICT_CENTRE } from "../../server/data/offices";
import type { ItemDocument } from "../../server/features/catalogue/index";
import { idOf } from "./ids";

/** Offices that take an item, as the guide names them. */
function officesOf(item: ItemData): string[] {
  const levels = item.versions[0]?.levels ?? [];
  const municipal = DEPARTMENTS.filter(
    ({ level, posts }) =>
      level === "municipal" && posts.some(({ itemCodes }) => itemCodes.includes(item.code)),
  ).map(({ name }) => name);
  return [
    ...(levels.includes("municipal") ? municipal : []),
    ...(levels.includes("district") ? [`区县${DISTRICT_CENTRE.nameSuffix}`] : []),
  ];
}

/** The catalogue as documents; dates counted from `todayOn` where the data say so. */
export function itemDocuments(todayOn: string): ItemDocument[] {
  return catalogueItems(todayOn).map((item, order) => {
    const [first] = item.versions;
    if (first === undefined) throw new Error(`item ${item.code} has no version`);
    return {
      _id: idOf(`item ${item.code}`),
      code: item.code,
      group: first.group,
      icon: first.icon,
      sample: item.sample,
      order,
      departmentNames: officesOf(item),
      versions: item.versions.map(({ group: _group, icon: _icon, ...version }) => version),
    };
  });
}
