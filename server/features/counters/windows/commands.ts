import { instantInShanghai, dateInShanghai } from "@talent/shared/calendar/dates";
import { Types } from "mongoose";
import { commandCall, runCommand, type Change } from "../../../platform/database/aggregate";
import { isDuplicateKey } from "../../../platform/database/duplicateKey";
import { AppError, notFound } from "../../../platform/errors";
import type { Moment } from "../context";
import { sitsAt } from "../policy";
import { TicketModel } from "../tickets/model";
import { WindowModel, type WindowDocument } from "./model";

/** @throws AppError `not_found` */
export async function windowById(id: string): Promise<WindowDocument> {
  const window = await WindowModel.collection.findOne<WindowDocument>({ _id: new Types.ObjectId(id) });
  if (window === null) throw notFound("window");
  return window;
}

/** The window at which somebody sits. */
export async function windowOf(accountId: string): Promise<WindowDocument | null> {
  return WindowModel.collection.findOne<WindowDocument>({ "sitting.accountId": accountId });
}

async function change(
  window: WindowDocument,
  action: string,
  moment: Moment,
  decide: (current: WindowDocument) => Change<WindowDocument> | Promise<Change<WindowDocument>>,
): Promise<WindowDocument> {
  const id = window._id.toHexString();
  try {
    return await runCommand<WindowDocument>({
      model: WindowModel,
      current: window,
      reload: () => windowById(id),
      call: commandCall(moment.reader.accountId, moment.commandKey, action, { id }),
      decide,
    });
  } catch (error) {
    if (isDuplicateKey(error)) throw new AppError("window_taken", "you sit at another window");
    throw error;
  }
}

async function isBusy(window: WindowDocument): Promise<boolean> {
  return (await TicketModel.exists({ occupies: window._id.toHexString() })) !== null;
}

/**
 * Sits down, or goes on after a pause.
 * @throws AppError `window_taken` when somebody else sits there or the reader sits elsewhere, `window_busy` when a
 * ticket stands there that a colleague called
 */
export async function openWindow(
  window: WindowDocument,
  takeOver: boolean,
  moment: Moment,
): Promise<WindowDocument> {
  const { reader, now } = moment;
  return change(window, "openWindow", moment, async (current) => {
    const foreign = current.status !== "closed" && !sitsAt(reader, current);
    if (foreign && !takeOver) throw new AppError("window_taken", "somebody sits there");
    if (foreign && (await isBusy(current)))
      throw new AppError("window_busy", "a number stands at the window");
    return {
      set: {
        status: "open",
        sitting: { accountId: reader.accountId, name: reader.name },
        closesAt: instantInShanghai(dateInShanghai(now), "23:59"),
      },
    };
  });
}

/** Calls nobody for a while; a number at the window can be finished. @throws AppError `action_not_allowed` */
export async function pauseWindow(window: WindowDocument, moment: Moment): Promise<WindowDocument> {
  return change(window, "pauseWindow", moment, (current) => {
    if (!sitsAt(moment.reader, current)) throw new AppError("action_not_allowed", "not your window");
    return { set: { status: "paused" } };
  });
}

/** Leaves the window. @throws AppError `action_not_allowed`, or `window_busy` while a number stands there */
export async function closeWindow(window: WindowDocument, moment: Moment): Promise<WindowDocument> {
  return change(window, "closeWindow", moment, async (current) => {
    if (!sitsAt(moment.reader, current)) throw new AppError("action_not_allowed", "not your window");
    if (await isBusy(current)) throw new AppError("window_busy", "a number stands at the window");
    return { set: { status: "closed" }, unset: ["sitting", "closesAt"] };
  });
}
