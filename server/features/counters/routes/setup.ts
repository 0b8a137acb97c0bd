import type { hallSetupEndpoints } from "@talent/shared/contract/endpoints/hallSetup";
import type { Handlers } from "../../../platform/http/handler";
import { readCatalogue } from "../../catalogue/index";
import type { CounterContext } from "../context";
import { hallById } from "../halls/halls";
import { addRoom, addWindow, updateHall, updateWindow } from "../halls/setup";
import { freshHallLive } from "../live";
import { presentHall, presentWindow } from "../presenter/hall";
import { presentRoom } from "../rooms/presenter";
import { windowById } from "../windows/commands";

/** Setting up halls, by the administrator. */
export function createSetupHandlers(context: CounterContext): Handlers<keyof typeof hallSetupEndpoints> {
  return {
    "hallSetup.update": async ({ params, body, now }) => {
      await updateHall(await hallById(params.id), body, await readCatalogue());
      return presentHall(await freshHallLive(params.id, now), context.calendar, now);
    },
    "hallSetup.addWindow": async ({ params, body, reader, now }) => {
      const window = await addWindow(await hallById(params.id), body);
      return presentWindow(window, await freshHallLive(params.id, now), reader);
    },
    "hallSetup.updateWindow": async ({ params, body, ...moment }) => {
      const window = await windowById(params.id);
      const changed = await updateWindow(window, await hallById(window.hallId), body, moment);
      return presentWindow(changed, await freshHallLive(window.hallId, moment.now), moment.reader);
    },
    "hallSetup.addRoom": async ({ params, body, now }) =>
      presentRoom(await addRoom(await hallById(params.id), body), [], now),
  };
}
