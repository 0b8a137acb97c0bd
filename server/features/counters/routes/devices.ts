import type { ratingDeviceEndpoints } from "@talent/shared/contract/endpoints/counterRatings";
import { STAFF_ROLES } from "@talent/shared/domain/roles";
import { hasAnyRole, type Reader } from "../../../platform/auth/reader";
import { AppError } from "../../../platform/errors";
import type { Handlers } from "../../../platform/http/handler";
import { hallById } from "../halls/halls";
import { versionOf } from "../presenter/polled";
import { deviceOf, issuePairingCode, pairDevice, unpairDevice } from "../rating/devices";
import { openRating, rateTicket } from "../rating/rate";
import { hallRatings } from "../rating/summary";
import { windowById } from "../windows/commands";
import { ownHallsWindow, seenHall } from "./places";

type DeviceHandlers = Handlers<
  keyof typeof ratingDeviceEndpoints | "counter.pairingCode" | "counter.unpairDevice" | "counter.ratings"
>;

/** A rating never comes from a session of staff (facts of 好差评: nobody may interfere). @throws AppError */
function refuseStaff(reader: Reader | null): void {
  if (reader !== null && hasAnyRole(reader, STAFF_ROLES))
    throw new AppError("staff_may_not_rate", "a device has no session of staff");
}

/** Pairing, showing and rating on the device of a window; the sums for the staff. */
export function createDeviceHandlers(): DeviceHandlers {
  return {
    "counter.pairingCode": async ({ params, reader, now }) => {
      const { window } = await ownHallsWindow(reader, params.id);
      const { code, expiresAt } = await issuePairingCode(window, reader.accountId, now);
      return { code, expiresAt: expiresAt.toISOString() };
    },
    "counter.unpairDevice": async ({ params, reader }) => {
      await ownHallsWindow(reader, params.id);
      await unpairDevice(params.id);
    },
    "counter.ratings": async ({ params, reader, now }) => {
      const hall = await seenHall(reader, params.id);
      return hallRatings(hall._id.toHexString(), now);
    },
    "ratingDevices.pair": async ({ body, reader, now }) => {
      refuseStaff(reader);
      const { deviceToken, device } = await pairDevice(body.code, now);
      const window = await windowById(device.windowId);
      const { name } = await hallById(device.hallId);
      return { deviceToken, windowId: device.windowId, windowNumber: window.number, hallName: name };
    },
    "ratingDevices.state": async ({ body, reader, now }) => {
      refuseStaff(reader);
      const device = await deviceOf(body.deviceToken);
      const [window, hall, ticket] = await Promise.all([
        windowById(device.windowId),
        hallById(device.hallId),
        openRating(device.windowId, now),
      ]);
      const place = { windowNumber: window.number, hallName: hall.name };
      const rating =
        ticket?.ratingCode === undefined
          ? undefined
          : {
              code: ticket.ratingCode.code,
              ticketNumber: ticket.number,
              itemName: ticket.itemName,
              expiresAt: ticket.ratingCode.expiresAt.toISOString(),
            };
      const version = versionOf({ ...place, rating });
      const changed = version !== body.version;
      return {
        ...{ version, changed, now: now.toISOString(), ...place },
        ...(rating === undefined || !changed ? {} : { rating }),
      };
    },
    "ratingDevices.rate": async ({ body, reader, now, commandKey }) => {
      refuseStaff(reader);
      const { deviceToken, ...input } = body;
      const { windowId } = await deviceOf(deviceToken);
      await rateTicket(windowId, input, now, commandKey);
    },
  };
}
