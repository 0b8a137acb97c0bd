import type * as z from "zod/mini";
import type { publishItemVersionBody } from "@talent/shared/contract/schemas/catalogue";
import { AppError, invalidField, notFound } from "../../platform/errors";
import { forgetCatalogue } from "./catalogue";
import { ItemModel, type ItemDocument, type ItemVersion } from "./model";
import { mayBeginOn } from "./rules";

/**
 * Publishes a new version of an item: what the body names is new, the rest is taken over from the last version.
 * Running requests keep theirs (§6.1.3).
 * @throws AppError `not_found`, `invalid_input` for a day that is not later than today and every version's first
 * day, `state_changed` when somebody else published at the same time
 */
export async function publishVersion(
  itemId: string,
  body: z.output<typeof publishItemVersionBody>,
  todayOn: string,
): Promise<ItemDocument> {
  const item = await ItemModel.findById(itemId).lean<ItemDocument>().exec();
  const last = item?.versions.at(-1);
  if (item === null || last === undefined) throw notFound("item");
  if (!mayBeginOn(item.versions, body.effectiveFromOn, todayOn))
    throw invalidField("body.effectiveFromOn", "not_later_than_today_and_last_version");
  const next: ItemVersion = { ...last, ...body, version: last.version + 1 };
  const updated = await ItemModel.findOneAndUpdate(
    { _id: item._id, versions: { $size: item.versions.length } },
    { $push: { versions: next } },
    { returnDocument: "after" },
  )
    .lean<ItemDocument>()
    .exec();
  if (updated === null) throw new AppError("state_changed", "another version was published meanwhile");
  forgetCatalogue();
  return updated;
}
