import { isDeepStrictEqual } from "node:util";
import * as z from "zod/mini";
import { wholeVersions } from "../../server/data/items";
import { itemFileSchema } from "../../server/data/schema";
import { ItemModel, type ItemDocument } from "../../server/features/catalogue/index";
import { PostModel } from "../../server/features/posts/index";
import { idOf } from "../seed/ids";
import type { LoadPlan } from "./plan";
import { readDataFile } from "./readFile";

const fileSchema = z.union([z.object({ items: z.array(itemFileSchema) }), itemFileSchema]);

/** Departments whose posts handle the item, as the guide names them. */
async function departmentsOf(code: string): Promise<string[]> {
  const posts = await PostModel.find({ itemCodes: code }, { departmentName: 1 }).lean();
  return [...new Set(posts.map(({ departmentName }) => departmentName))];
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Published versions never change (DB50/T 1733 §6.1.3); a file may only add later ones. */
function versionProblems(
  versions: ItemDocument["versions"],
  before: ItemDocument | null,
  at: string,
): string[] {
  return versions.flatMap((version, index) => {
    const place = `${at}.versions.${index}`;
    const earlier = versions[index - 1];
    const published = before?.versions[index];
    return [
      ...(version.version === index + 1 ? [] : [`${place}.version: expected ${index + 1}`]),
      ...(earlier === undefined || earlier.effectiveFromOn < version.effectiveFromOn
        ? []
        : [`${place}.effectiveFromOn: not_later_than_version_before`]),
      ...(published === undefined || isDeepStrictEqual(plain(published), plain(version))
        ? []
        : [`${place}: published_version_changed`]),
    ];
  });
}

/**
 * Items of a file (one, or a list), found again by their code.
 * @param todayOn first day of versions that count from the loading
 */
export async function planItems(path: string, todayOn: string): Promise<LoadPlan> {
  const file = readDataFile(path, fileSchema);
  const items = "items" in file ? file.items : [file];
  const plan: LoadPlan = { problems: [], writes: [] };
  const known = await ItemModel.countDocuments();
  for (const [index, item] of items.entries()) {
    const { code, sample } = item;
    const before = await ItemModel.findOne({ code }).lean<ItemDocument>();
    const whole = wholeVersions(item, todayOn);
    const versions = whole.map(({ group: _group, icon: _icon, ...version }) => version);
    plan.problems.push(...versionProblems(versions, before, `items.${index}`));
    const [first] = whole;
    const added = versions.slice(before?.versions.length ?? 0);
    if (first === undefined || added.length === 0) continue;
    const { group, icon } = first;
    plan.writes.push({
      says: before === null ? `new item ${code}` : `item ${code}: ${added.length} new versions`,
      write: async () =>
        before === null
          ? ItemModel.collection.insertOne(
              {
                _id: idOf(`item ${code}`),
                ...{ code, group, icon, sample, versions },
                order: known + index,
                departmentNames: await departmentsOf(code),
              },
              { ignoreUndefined: true },
            )
          : ItemModel.updateOne(
              { code, versions: { $size: before.versions.length } },
              { $push: { versions: { $each: added } } },
            ),
    });
  }
  return plan;
}
