import * as z from "zod/mini";
import { BOARD_LANES } from "../../domain/requestStatus";
import { waitingSchema } from "./caseWork";
import { categorySchema, districtCodeSchema, idSchema, pageQuery, writtenText } from "./primitives";
import { requestSummarySchema } from "./requests";

export const boardQuery = z.strictObject({
  ...pageQuery,
  lane: z.enum(BOARD_LANES),
  district: z.optional(districtCodeSchema),
  itemId: z.optional(idSchema),
  postId: z.optional(idSchema),
  category: z.optional(categorySchema),
  /** Beginning of a case number, or part of an item or employer name. */
  q: z.optional(writtenText(40)),
  /** Only what is under supervision 督办中. */
  supervised: z.optional(z.literal("true")),
});
export const boardCountsQuery = z.omit(boardQuery, { cursor: true, limit: true, lane: true });
export const boardCountsSchema = z.object({
  lanes: z.record(z.enum(BOARD_LANES), z.number()),
  /** Of the lane `done`: completed with every point done. */
  solved: z.number(),
  supervised: z.number(),
  capped: z.boolean(),
});

/** A case with why it waits for the reader, soonest due first. */
export const boardWaitingSchema = z.object({
  items: z.array(z.object({ request: requestSummarySchema, waiting: z.array(waitingSchema) })),
  capped: z.boolean(),
});
