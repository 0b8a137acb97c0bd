import * as z from "zod/mini";
import {
  CYCLE_ACTIONS,
  CYCLE_BOUNDS,
  CYCLE_DECISIONS,
  CYCLE_EVENTS,
  CYCLE_STAGES,
  EVALUATION_GRADES,
  VERIFICATION_RESULTS,
  VERIFICATION_SOURCES,
} from "../../domain/cycles";
import {
  atSchema,
  categorySchema,
  districtCodeSchema,
  idSchema,
  onSchema,
  pageQuery,
  writtenText,
} from "./primitives";

/** The employer's evaluation 履职评估 (DB50/T 1733 §5.3); a draft may still lack parts. */
const evaluationParts = {
  stillFullTime: z.boolean(),
  grade: z.enum(EVALUATION_GRADES),
  opinion: writtenText(CYCLE_BOUNDS.opinion),
};
const attachmentIds = z.array(idSchema).check(z.maxLength(CYCLE_BOUNDS.attachments));

export const evaluationDraftBody = z.strictObject({
  stillFullTime: z.optional(z.boolean()),
  grade: z.optional(z.enum(EVALUATION_GRADES)),
  opinion: z.optional(z.string().check(z.maxLength(CYCLE_BOUNDS.opinion))),
  attachmentIds: z._default(attachmentIds, []),
});
/** The text parts of an upload. */
export const addAttachmentBody = z.strictObject({
  fileName: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))),
});
export const attachmentParams = z.strictObject({ id: idSchema, fileId: idSchema });
export const submitEvaluationBody = z.strictObject({
  ...evaluationParts,
  attachmentIds: z._default(attachmentIds, []),
});
export const cycleReasonBody = z.strictObject({ reason: writtenText(CYCLE_BOUNDS.reason) });
export const decideLateBody = z.strictObject({
  allow: z.boolean(),
  reason: writtenText(CYCLE_BOUNDS.reason),
});
export const statementBody = z.strictObject({ text: writtenText(CYCLE_BOUNDS.statement) });
/** Without the employer's opinion a verification needs a reason. */
export const beginVerificationBody = z.strictObject({
  reason: z.optional(writtenText(CYCLE_BOUNDS.reason)),
});
export const decideCycleBody = z.strictObject({
  decision: z.enum(CYCLE_DECISIONS),
  reason: writtenText(CYCLE_BOUNDS.reason),
});

export const cycleListQuery = z.strictObject({
  ...pageQuery,
  stage: z.optional(z.enum(CYCLE_STAGES)),
  districtCode: z.optional(districtCodeSchema),
  category: z.optional(categorySchema),
  /** Only cycles that end on or before this day. */
  endsBy: z.optional(onSchema),
});

const cycleHead = {
  id: idSchema,
  talentId: idSchema,
  maskedName: z.string(),
  category: categorySchema,
  districtCode: z.string(),
  districtName: z.string(),
  employerName: z.string(),
  stage: z.enum(CYCLE_STAGES),
  startsOn: onSchema,
  endsOn: onSchema,
  notifiedOn: onSchema,
  evaluationOpensOn: onSchema,
  /** Calendar days until the last day; negative afterwards. */
  daysLeft: z.number(),
};

/** A row of a list, the cycle that ends first at the top. */
export const cycleSchema = z.object(cycleHead);
export type CycleSummary = z.output<typeof cycleSchema>;

const fileRefSchema = z.object({ id: idSchema, name: z.string(), size: z.number() });

export const evaluationSchema = z.object({
  stillFullTime: z.optional(z.boolean()),
  grade: z.optional(z.enum(EVALUATION_GRADES)),
  opinion: z.optional(z.string()),
  attachments: z.array(fileRefSchema),
});

export const cycleDetailSchema = z.object({
  ...cycleHead,
  /** What the employer has written and not handed in; only the employer sees it. */
  draft: z.optional(evaluationSchema),
  evaluation: z.optional(
    z.object({
      ...evaluationSchema.shape,
      by: z.string(),
      at: atSchema,
      late: z.boolean(),
    }),
  ),
  /** Whether the employer may hand in now, and why not. */
  window: z.object({
    open: z.boolean(),
    late: z.optional(z.boolean()),
    why: z.optional(z.enum(["tooEarly", "closed"])),
    on: z.optional(onSchema),
  }),
  lateRequest: z.optional(
    z.object({
      reason: z.string(),
      at: atSchema,
      allowed: z.optional(z.boolean()),
      answer: z.optional(z.string()),
    }),
  ),
  statement: z.optional(z.object({ text: z.string(), at: atSchema })),
  /** What the sources said; the employer does not see it. */
  verification: z.array(
    z.object({
      source: z.enum(VERIFICATION_SOURCES),
      result: z.enum(VERIFICATION_RESULTS),
      evidence: z.string(),
      at: atSchema,
    }),
  ),
  /** Only for whoever may decide. */
  suggested: z.optional(z.enum(CYCLE_DECISIONS)),
  decisions: z.array(
    z.object({ decision: z.enum(CYCLE_DECISIONS), reason: z.string(), by: z.string(), at: atSchema }),
  ),
  appeals: z.array(z.object({ reason: z.string(), at: atSchema })),
  /** The last day of the appeal, while there may be one. */
  appealUntil: z.optional(onSchema),
  /** The cycle that follows it. */
  next: z.optional(z.object({ id: idSchema, startsOn: onSchema, endsOn: onSchema })),
  timeline: z.array(
    z.object({
      id: z.string(),
      type: z.enum(CYCLE_EVENTS),
      at: atSchema,
      /** Office or name; empty for what happens by time. */
      who: z.string(),
      note: z.optional(z.string()),
    }),
  ),
  can: z.array(z.enum(CYCLE_ACTIONS)),
});
export type CycleDetail = z.output<typeof cycleDetailSchema>;

/** Cycles in the reader's scope by stage, and those that end within three months. */
export const cycleCountsSchema = z.object({
  stages: z.array(z.object({ stage: z.enum(CYCLE_STAGES), count: z.number() })),
  endingSoon: z.number(),
});
export type CycleCounts = z.output<typeof cycleCountsSchema>;
