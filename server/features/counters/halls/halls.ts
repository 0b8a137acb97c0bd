import { createShortCache } from "../../../platform/database/shortCache";
import { notFound } from "../../../platform/errors";
import { HallModel, type HallDocument, type HallGroup } from "./model";

const KEY = "halls";

async function load(): Promise<HallDocument[] | null> {
  const halls = await HallModel.find().sort({ code: 1 }).lean<HallDocument[]>().exec();
  return halls.length === 0 ? null : halls;
}

const recent = createShortCache(load, { ttlMs: 5000, size: 1 });

/** Every hall, by code; a change made elsewhere shows within five seconds. */
export async function readHalls(): Promise<readonly HallDocument[]> {
  return (await recent.get(KEY)) ?? [];
}

/** @throws AppError `not_found` */
export async function hallById(id: string): Promise<HallDocument> {
  const hall = (await readHalls()).find(({ _id }) => _id.toHexString() === id);
  if (hall === undefined) throw notFound("hall");
  return hall;
}

export function forgetHalls(): void {
  recent.forget(KEY);
}

/** The line that takes an item. */
export function groupOfItem(hall: HallDocument, itemId: string): HallGroup | undefined {
  return hall.groups.find(({ itemIds }) => itemIds.includes(itemId));
}

export function groupWith(hall: HallDocument, letter: string): HallGroup | undefined {
  return hall.groups.find((group) => group.letter === letter);
}
