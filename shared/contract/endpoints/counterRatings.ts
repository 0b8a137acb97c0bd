import { SPECIALIST_ROLES } from "../../domain/roles";
import { defineEndpoints } from "../endpoint";
import * as ratings from "../schemas/counterRatings";
import { idParams } from "../schemas/primitives";

/** Ratings of a hall, and the device of a window as its staff see them. */
export const counterRatingEndpoints = defineEndpoints({
  "counter.ratings": {
    method: "GET",
    path: "/api/counter/halls/:id/ratings",
    summary: "Ratings of this month and the two before, in groups of at least five",
    access: [...SPECIALIST_ROLES, "administrator"],
    params: idParams,
    output: ratings.counterRatingsSchema,
  },
  "counter.pairingCode": {
    method: "POST",
    path: "/api/counter/windows/:id/pairing-code",
    summary:
      "A code to set up the rating device of a window; a device paired before stays until the new one is",
    access: SPECIALIST_ROLES,
    params: idParams,
    output: ratings.pairingCodeSchema,
    status: 201,
  },
  "counter.unpairDevice": {
    method: "POST",
    path: "/api/counter/windows/:id/unpair-device",
    summary: "The rating device of a window works no more",
    access: SPECIALIST_ROLES,
    params: idParams,
    status: 204,
  },
});

/** Pages of the rating device: no session, never one of staff. */
export const ratingDeviceEndpoints = defineEndpoints({
  "ratingDevices.pair": {
    method: "POST",
    path: "/api/rating-devices/pair",
    summary: "Become the rating device of a window",
    access: "anyone",
    body: ratings.pairDeviceBody,
    output: ratings.pairedDeviceSchema,
    status: 201,
  },
  "ratingDevices.state": {
    method: "POST",
    path: "/api/rating-devices/state",
    summary: "What the device shows; asked again and again",
    access: "anyone",
    body: ratings.deviceStateBody,
    output: ratings.deviceStateSchema,
  },
  "ratingDevices.rate": {
    method: "POST",
    path: "/api/rating-devices/rate",
    summary: "Rate the service at the window, once",
    access: "anyone",
    body: ratings.rateAtCounterBody,
    status: 204,
  },
});
