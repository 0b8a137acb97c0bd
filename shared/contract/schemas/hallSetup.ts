import * as z from "zod/mini";
import { letterSchema, timeSchema } from "./counters";
import { bilingualSchema, idSchema, writtenText } from "./primitives";

/** Setting up a hall, by the administrator. */
export const hallSettingsBody = z.strictObject({
  name: writtenText(40),
  address: writtenText(100),
  phone: writtenText(30),
  hours: z.array(z.strictObject({ from: timeSchema, to: timeSchema })).check(z.minLength(1), z.maxLength(3)),
  groups: z
    .array(
      z.strictObject({
        letter: letterSchema,
        name: bilingualSchema,
        itemIds: z.array(idSchema).check(z.minLength(1), z.maxLength(60)),
        defaultMinutes: z.number().check(z.int(), z.gte(1), z.lte(120)),
        /** Absent = no appointments. */
        slots: z.optional(
          z.strictObject({
            minutes: z.number().check(z.int(), z.gte(5), z.lte(240)),
            perSlot: z.number().check(z.int(), z.gte(1), z.lte(50)),
            perDay: z.number().check(z.int(), z.gte(1), z.lte(500)),
          }),
        ),
      }),
    )
    .check(z.minLength(1), z.maxLength(26)),
});
export const windowSetupBody = z.strictObject({
  number: z.number().check(z.int(), z.gte(1), z.lte(99)),
  letters: z.array(letterSchema).check(z.minLength(1), z.maxLength(26)),
});
export const roomSetupBody = z.strictObject({
  name: writtenText(30),
  seats: z.number().check(z.int(), z.gte(1), z.lte(200)),
  equipment: z.array(bilingualSchema).check(z.maxLength(10)),
});
