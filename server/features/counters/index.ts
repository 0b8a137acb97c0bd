import type { counterDutyEndpoints } from "@talent/shared/contract/endpoints/counterDuties";
import type {
  counterRatingEndpoints,
  ratingDeviceEndpoints,
} from "@talent/shared/contract/endpoints/counterRatings";
import type { counterEndpoints, queueEndpoints } from "@talent/shared/contract/endpoints/counters";
import type { hallSetupEndpoints } from "@talent/shared/contract/endpoints/hallSetup";
import type { FeatureParts, Platform } from "../../platform/platform";
import { ChecklistModel } from "./checklists/model";
import { createCounterContext, type CounterNeeds } from "./context";
import { HallModel } from "./halls/model";
import { counterJobs } from "./jobs";
import { RatingDeviceModel } from "./rating/model";
import { RoomBookingModel, RoomModel } from "./rooms/model";
import { createCallingHandlers, createCounterTicketHandlers, createWindowHandlers } from "./routes/desk";
import { createDeviceHandlers } from "./routes/devices";
import { createChecklistHandlers, createRoomHandlers } from "./routes/duties";
import { createQueueHandlers } from "./routes/queue";
import { createSetupHandlers } from "./routes/setup";
import { TicketModel } from "./tickets/model";
import { WindowModel } from "./windows/model";

export { groupOfItem, groupWith, hallById, readHalls, forgetHalls } from "./halls/halls";
export { HallModel, type HallDocument, type HallGroup } from "./halls/model";
export { freshHallLive } from "./live";
export { worksIn } from "./policy";
export { presentTicket } from "./presenter/ticket";
export { RoomModel, type RoomDocument } from "./rooms/model";
export { holdsNumber, ticketsOfAppointments } from "./tickets/loading";
export { TicketModel, type NumberedTicket } from "./tickets/model";
export { takeTicket } from "./tickets/take";
export { WindowModel, type WindowDocument } from "./windows/model";

type CounterEndpoints =
  | keyof typeof queueEndpoints
  | keyof typeof counterEndpoints
  | keyof typeof counterDutyEndpoints
  | keyof typeof counterRatingEndpoints
  | keyof typeof ratingDeviceEndpoints
  | keyof typeof hallSetupEndpoints;

/** Halls, windows, queue tickets, calling, rating at the counter, checklists and meeting rooms. */
export function createCounters(platform: Platform, needs: CounterNeeds): FeatureParts<CounterEndpoints> {
  const context = createCounterContext(platform, needs);
  return {
    handlers: {
      ...createQueueHandlers(context),
      ...createWindowHandlers(context),
      ...createCallingHandlers(context),
      ...createCounterTicketHandlers(context),
      ...createChecklistHandlers(),
      ...createRoomHandlers(),
      ...createDeviceHandlers(),
      ...createSetupHandlers(context),
    },
    models: [
      HallModel,
      WindowModel,
      TicketModel,
      RatingDeviceModel,
      ChecklistModel,
      RoomModel,
      RoomBookingModel,
    ],
    outboxes: [{ kind: "ticket", model: TicketModel as never }],
    jobs: counterJobs(platform),
  };
}
