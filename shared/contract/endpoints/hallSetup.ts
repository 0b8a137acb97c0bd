import { defineEndpoints } from "../endpoint";
import * as counters from "../schemas/counters";
import * as duties from "../schemas/counterDuties";
import * as setup from "../schemas/hallSetup";
import { idParams } from "../schemas/primitives";

export const hallSetupEndpoints = defineEndpoints({
  "hallSetup.update": {
    method: "PUT",
    path: "/api/halls/:id",
    summary: "Opening hours, lines and slots of a hall",
    access: ["administrator"],
    params: idParams,
    body: setup.hallSettingsBody,
    output: counters.hallSchema,
  },
  "hallSetup.addWindow": {
    method: "POST",
    path: "/api/halls/:id/windows",
    summary: "Set up a window",
    access: ["administrator"],
    params: idParams,
    body: setup.windowSetupBody,
    output: counters.windowSchema,
    status: 201,
  },
  "hallSetup.updateWindow": {
    method: "PUT",
    path: "/api/windows/:id",
    summary: "Number and lines of a window",
    access: ["administrator"],
    params: idParams,
    body: setup.windowSetupBody,
    output: counters.windowSchema,
  },
  "hallSetup.addRoom": {
    method: "POST",
    path: "/api/halls/:id/rooms",
    summary: "Set up a meeting room",
    access: ["administrator"],
    params: idParams,
    body: setup.roomSetupBody,
    output: duties.roomSchema,
    status: 201,
  },
});
