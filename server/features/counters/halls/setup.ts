import { Types } from "mongoose";
import type * as z from "zod/mini";
import type {
  hallSettingsBody,
  roomSetupBody,
  windowSetupBody,
} from "@talent/shared/contract/schemas/hallSetup";
import { minutesOfDay } from "@talent/shared/domain/appointments";
import { commandCall, runCommand } from "../../../platform/database/aggregate";
import { isDuplicateKey } from "../../../platform/database/duplicateKey";
import { AppError, invalidField } from "../../../platform/errors";
import type { Catalogue } from "../../catalogue/index";
import type { Moment } from "../context";
import { RoomModel, type RoomDocument } from "../rooms/model";
import { windowById } from "../windows/commands";
import { WindowModel, type WindowDocument } from "../windows/model";
import { forgetHalls, groupWith } from "./halls";
import { HallModel, type HallDocument } from "./model";

type HallInput = z.output<typeof hallSettingsBody>;
type WindowInput = z.output<typeof windowSetupBody>;

function repeated(values: readonly string[]): boolean {
  return new Set(values).size !== values.length;
}

/** @throws AppError `invalid_input` naming the field */
function checkHall({ hours, groups }: HallInput, catalogue: Catalogue): void {
  const inOrder = hours.every(
    ({ from, to }, index) =>
      minutesOfDay(from) < minutesOfDay(to) && from >= (hours[index - 1]?.to ?? "00:00"),
  );
  if (!inOrder) throw invalidField("body.hours", "not_in_order");
  const itemIds = groups.flatMap((group) => group.itemIds);
  if (repeated(groups.map(({ letter }) => letter))) throw invalidField("body.groups", "repeated_letter");
  if (repeated(itemIds)) throw invalidField("body.groups", "repeated_item");
  if (itemIds.some((id) => catalogue.item(id) === undefined))
    throw invalidField("body.groups", "unknown_item");
}

/**
 * Changes a hall. A letter that a window serves stays.
 * @throws AppError `invalid_input`
 */
export async function updateHall(hall: HallDocument, input: HallInput, catalogue: Catalogue): Promise<void> {
  checkHall(input, catalogue);
  const windows = await WindowModel.find({ hallId: hall._id.toHexString() }, { letters: 1 }).lean().exec();
  const kept = new Set(input.groups.map(({ letter }) => letter));
  if (windows.some(({ letters }) => letters.some((letter) => !kept.has(letter))))
    throw invalidField("body.groups", "letter_in_use");
  await HallModel.collection.updateOne({ _id: hall._id }, { $set: input }, { ignoreUndefined: true });
  forgetHalls();
}

/** @throws AppError `invalid_input` */
function checkLetters(hall: HallDocument, { letters }: WindowInput): void {
  if (repeated(letters) || letters.some((letter) => groupWith(hall, letter) === undefined))
    throw invalidField("body.letters", "invalid_value");
}

/** @throws AppError `invalid_input` for a number that the hall has already */
export async function addWindow(hall: HallDocument, input: WindowInput): Promise<WindowDocument> {
  checkLetters(hall, input);
  const hallId = hall._id.toHexString();
  const window: WindowDocument = {
    ...{ _id: new Types.ObjectId(), version: 1, status: "closed", hallId, ...input },
    ...{ commands: [], outbox: [] },
  };
  try {
    await WindowModel.collection.insertOne(window);
    return window;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // A repetition of the same call finds its own window.
    const there = await WindowModel.collection.findOne<WindowDocument>({ hallId, number: input.number });
    if (there !== null && there.version === 1 && there.letters.join() === input.letters.join()) return there;
    throw invalidField("body.number", "taken");
  }
}

/** @throws AppError `window_taken` while somebody sits there, `invalid_input` */
export async function updateWindow(
  window: WindowDocument,
  hall: HallDocument,
  input: WindowInput,
  { reader, commandKey }: Moment,
): Promise<WindowDocument> {
  checkLetters(hall, input);
  const id = window._id.toHexString();
  try {
    return await runCommand<WindowDocument>({
      model: WindowModel,
      current: window,
      reload: () => windowById(id),
      call: commandCall(reader.accountId, commandKey, "updateWindow", { id, ...input }),
      decide({ status }) {
        if (status !== "closed") throw new AppError("window_taken", "somebody sits there");
        return { set: { ...input } };
      },
    });
  } catch (error) {
    if (isDuplicateKey(error)) throw invalidField("body.number", "taken");
    throw error;
  }
}

/** @throws AppError `invalid_input` for a name that the hall has already */
export async function addRoom(
  hall: HallDocument,
  input: z.output<typeof roomSetupBody>,
): Promise<RoomDocument> {
  const hallId = hall._id.toHexString();
  const room: RoomDocument = { _id: new Types.ObjectId(), hallId, ...input, sample: false };
  try {
    await RoomModel.collection.insertOne(room);
    return room;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const there = await RoomModel.collection.findOne<RoomDocument>({ hallId, name: input.name });
    if (there !== null && there.seats === input.seats) return there;
    throw invalidField("body.name", "taken");
  }
}
