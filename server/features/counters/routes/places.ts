import type { Reader } from "../../../platform/auth/reader";
import { AppError, notFound } from "../../../platform/errors";
import { hallById } from "../halls/halls";
import type { HallDocument } from "../halls/model";
import { seesHall, sitsAt, worksIn } from "../policy";
import { windowById, windowOf } from "../windows/commands";
import type { WindowDocument } from "../windows/model";

/** A window with its hall. */
export interface WindowPlace {
  hall: HallDocument;
  window: WindowDocument;
}

/** A hall in which the reader works. @throws AppError `not_found` for every other one */
export async function ownHall(reader: Reader, id: string): Promise<HallDocument> {
  const hall = await hallById(id);
  if (!worksIn(reader, hall)) throw notFound("hall");
  return hall;
}

/** A hall whose history the reader may see. @throws AppError `not_found` */
export async function seenHall(reader: Reader, id: string): Promise<HallDocument> {
  const hall = await hallById(id);
  if (!seesHall(reader, hall)) throw notFound("hall");
  return hall;
}

/** A window of a hall in which the reader works. @throws AppError `not_found` */
export async function ownHallsWindow(reader: Reader, id: string): Promise<WindowPlace> {
  const window = await windowById(id);
  const hall = await hallById(window.hallId);
  if (!worksIn(reader, hall)) throw notFound("window");
  return { hall, window };
}

/**
 * The window at which the reader sits, for an act on a ticket of `hallId`.
 * @throws AppError `not_found` for a ticket elsewhere, `action_not_allowed` for who sits nowhere
 */
export async function seatFor(reader: Reader, hallId: string): Promise<WindowPlace> {
  const hall = await ownHall(reader, hallId);
  const window = await windowOf(reader.accountId);
  if (window === null || window.hallId !== hallId || !sitsAt(reader, window))
    throw new AppError("action_not_allowed", "sit down at a window first");
  return { hall, window };
}
