import * as z from "zod/mini";
import { bilingualSchema, districtCodeSchema } from "@talent/shared/contract/schemas/primitives";
import { letterSchema, timeSchema } from "@talent/shared/contract/schemas/counters";
import { SERVICE_LEVELS } from "@talent/shared/domain/talents";
import hallsFile from "./halls.json";

const pointSchema = z.strictObject({ key: z.string(), label: bilingualSchema });

const hallsFileSchema = z.strictObject({
  note: z.string(),
  hours: z.array(z.strictObject({ from: timeSchema, to: timeSchema })),
  groups: z.array(
    z.strictObject({
      letter: letterSchema,
      name: bilingualSchema,
      itemCodes: z.array(z.string()).check(z.minLength(1)),
      defaultMinutes: z.number(),
      slots: z.strictObject({ minutes: z.number(), perSlot: z.number(), perDay: z.number() }),
    }),
  ),
  checklists: z.strictObject({ opening: z.array(pointSchema), closing: z.array(pointSchema) }),
  halls: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      level: z.enum(SERVICE_LEVELS),
      districtCode: z.optional(districtCodeSchema),
      address: z.string(),
      phone: z.string(),
      windows: z.array(z.strictObject({ number: z.number(), letters: z.array(letterSchema) })),
      /** Numbers of the windows at which sample staff sits. */
      staffed: z.array(z.number()),
      rooms: z.array(
        z.strictObject({ name: z.string(), seats: z.number(), equipment: z.array(bilingualSchema) }),
      ),
    }),
  ),
});

/** Sample halls with their lines, windows, meeting rooms and duty lists. */
export const HALLS = hallsFileSchema.parse(hallsFile);
export type HallData = (typeof HALLS)["halls"][number];
