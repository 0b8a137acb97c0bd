import type { FeatureParts } from "../../platform/platform";
import { ItemModel } from "./model";
import { createCatalogueHandlers } from "./routes";

export { ItemModel, type ItemDocument, type ItemVersion } from "./model";
export { readCatalogue, forgetCatalogue, type Catalogue } from "./catalogue";
export { versionOn } from "./rules";

/** The catalogue of service items and the list of districts. */
export function createCatalogue(): FeatureParts<
  "items.list" | "items.read" | "items.publishVersion" | "districts.list"
> {
  return { handlers: createCatalogueHandlers(), models: [ItemModel] };
}
