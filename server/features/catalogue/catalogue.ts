import { createShortCache } from "../../platform/database/shortCache";
import { ItemModel, type ItemDocument, type ItemVersion } from "./model";
import { versionNumbered } from "./rules";

/** The whole catalogue as it was read a moment ago: some dozens of items. */
export interface Catalogue {
  /** In catalogue order. */
  items: readonly ItemDocument[];
  item(id: string): ItemDocument | undefined;
  version(itemId: string, version: number): ItemVersion | undefined;
}

function catalogueOf(items: readonly ItemDocument[]): Catalogue {
  const byId = new Map(items.map((item) => [item._id.toHexString(), item]));
  return {
    items,
    item: (id) => byId.get(id),
    version: (itemId, version) => versionNumbered(byId.get(itemId)?.versions ?? [], version),
  };
}

async function load(): Promise<Catalogue | null> {
  const items = await ItemModel.find().sort({ order: 1, _id: 1 }).lean<ItemDocument[]>().exec();
  return items.length === 0 ? null : catalogueOf(items);
}

const KEY = "catalogue";
const recent = createShortCache(load, { ttlMs: 5000, size: 1 });

/** The catalogue; a version published elsewhere shows within five seconds, and it begins tomorrow at the earliest. */
export async function readCatalogue(): Promise<Catalogue> {
  return (await recent.get(KEY)) ?? catalogueOf([]);
}

export function forgetCatalogue(): void {
  recent.forget(KEY);
}
