import * as z from "zod/mini";
import { BENEFICIARIES } from "../../domain/talents";
import { PAPER_FORMS, REPLY_WARNINGS } from "../../domain/caseWork";
import { BOUNDS } from "../../domain/limits";
import { POINT_OUTCOMES, REQUEST_ACTIONS, REQUEST_SOURCES } from "../../domain/lifecycle";
import { BOARD_LANES, REQUEST_STATUSES } from "../../domain/requestStatus";
import { NOT_ROUTED_REASONS } from "../../domain/posts";
import { RATING_LEVELS } from "../../domain/ratings";
import {
  atSchema,
  bilingualSchema,
  categorySchema,
  idSchema,
  onSchema,
  pageQuery,
  recognitionSchema,
  writtenText,
} from "./primitives";
import { caseWorkFields, promiseSchema, subtasksInput, transferInput } from "./caseWork";
import { beneficiaryInput, consentsInput, detailsInput, pointsInput } from "./form";
import { intakeSchema } from "./onSite";
import { timelineEventSchema } from "./timeline";

const draftFields = {
  beneficiary: z.optional(beneficiaryInput),
  points: z.optional(pointsInput),
  details: z.optional(detailsInput),
  consents: z.optional(consentsInput),
};

/** `submit: true` hands it in at once (items that need no file). */
export const createRequestBody = z.strictObject({
  itemId: idSchema,
  submit: z._default(z.boolean(), false),
  ...draftFields,
});
export const saveDraftBody = z.strictObject(draftFields);
export const submitRequestBody = z.strictObject(draftFields);
export const addMaterialBody = z.strictObject({
  materialKey: z.string().check(z.minLength(1), z.maxLength(40)),
  /** The name that the person knows: WeChat names the file's part after its temporary copy. */
  fileName: z.optional(writtenText(120)),
});
export const materialParams = z.strictObject({ id: idSchema, fileId: idSchema });

export const rejectBody = z.strictObject({ reason: writtenText(BOUNDS.reason) });
/** Says who is responsible instead (§6.4.6). */
export const outOfScopeBody = z.strictObject({
  reason: writtenText(BOUNDS.reason),
  responsible: writtenText(100),
  transfer: z.optional(transferInput),
});
/** Everything that is missing, at once (§6.6.2 a). */
export const askSupplementBody = z.strictObject({
  items: z
    .array(
      z.strictObject({
        materialKey: z.optional(z.string().check(z.maxLength(40))),
        title: writtenText(60),
        why: writtenText(200),
        how: z.optional(writtenText(200)),
      }),
    )
    .check(z.minLength(1), z.maxLength(BOUNDS.supplementItems)),
});
export const answerSupplementBody = z.strictObject({ note: z.optional(writtenText(BOUNDS.note)) });
/** `subtasks` for other posts, where an item needs several departments. */
export const dispatchBody = z.strictObject({
  postId: idSchema,
  note: z.optional(writtenText(BOUNDS.note)),
  /** Needed where a routing rule names another post. */
  overrideReason: z.optional(writtenText(BOUNDS.reason)),
  subtasks: z.optional(subtasksInput),
});
export const returnBody = z.strictObject({ reason: writtenText(BOUNDS.reason) });
export const progressBody = z.strictObject({ note: writtenText(BOUNDS.note) });
const answersInput = z
  .array(
    z.strictObject({
      outcome: z.enum(POINT_OUTCOMES),
      note: writtenText(BOUNDS.note),
      /** Needed where the outcome is `notPossible`. */
      basis: z.optional(writtenText(BOUNDS.note)),
    }),
  )
  .check(z.minLength(1), z.maxLength(BOUNDS.points.max));
export const completeBody = z.strictObject({
  answers: answersInput,
  /** The doubts that the writer has read and stands by. */
  confirmWarnings: z._default(z.array(z.enum(REPLY_WARNINGS)), []),
  /** Why it is completed although sub-tasks have no answer. */
  openSubtasksReason: z.optional(writtenText(BOUNDS.reason)),
});
export const checkCompletionBody = z.strictObject({ answers: answersInput });
export const withdrawBody = z.strictObject({ reason: z.optional(writtenText(BOUNDS.reason)) });
export const reopenBody = z.strictObject({ reason: writtenText(BOUNDS.reason) });
export const rateBody = z.strictObject({
  level: z.enum(RATING_LEVELS),
  tags: z.array(z.string().check(z.maxLength(30))).check(z.maxLength(6)),
  comment: z.optional(writtenText(BOUNDS.comment)),
});

/** A time limit as a person reads it. */
export const limitSchema = z.object({
  kind: z.enum(["acceptance", "handling"]),
  state: z.enum(["counting", "stopped", "ended"]),
  workingDays: z.number(),
  used: z.number(),
  /** Working days after today; negative = late. */
  left: z.number(),
  dueOn: z.optional(onSchema),
  dueAt: z.optional(atSchema),
  standing: z.enum(["inTime", "dueSoon", "dueToday", "overdue", "stopped", "ended"]),
  /** Some day rests on weekends alone 未公布，按周末推算. */
  unpublished: z.boolean(),
  /** What changed its length, in order: so many days more, or so many instead. */
  changes: z.optional(
    z.array(z.object({ type: z.enum(["extended", "limitChanged"]), on: onSchema, workingDays: z.number() })),
  ),
});
export type LimitView = z.output<typeof limitSchema>;

export const limitDaySchema = z.object({
  on: onSchema,
  kind: z.enum(["start", "working", "weekend", "holiday", "makeUp", "stopped"]),
  nth: z.optional(z.number()),
  published: z.boolean(),
});

export const officerSchema = z.object({
  name: z.string(),
  office: z.string(),
  duty: z.enum(["specialist", "holder"]),
  /** Published office telephone. */
  phone: z.optional(z.string()),
});

/** One row of a list or one card of the board. */
export const requestSummarySchema = z.object({
  id: idSchema,
  number: z.string(),
  status: z.enum(REQUEST_STATUSES),
  lane: z.optional(z.enum(BOARD_LANES)),
  itemName: bilingualSchema,
  sample: z.boolean(),
  maskedName: z.string(),
  category: categorySchema,
  districtName: z.string(),
  source: z.enum(REQUEST_SOURCES),
  beneficiary: z.enum(BENEFICIARIES),
  limit: z.optional(limitSchema),
  /** Who has it now. */
  office: z.optional(z.string()),
  holder: z.optional(
    z.object({
      letter: z.enum(["A", "B"]),
      name: z.string(),
      office: z.string(),
      /** For whom B stands in; only for staff. */
      coveringFor: z.optional(z.string()),
    }),
  ),
  missingMaterials: z.number(),
  ratingLevel: z.optional(z.enum(RATING_LEVELS)),
  canRate: z.boolean(),
  createdAt: atSchema,
  submittedAt: z.optional(atSchema),
  updatedAt: atSchema,
  completedAt: z.optional(atSchema),
  /** Every point was done. Absent until it is completed; completed is not solved. */
  solved: z.optional(z.boolean()),
  /** 督办中; only for staff. */
  supervised: z.optional(z.boolean()),
  /** The last dated promise to the talent. */
  promise: z.optional(promiseSchema),
});
export type RequestSummary = z.output<typeof requestSummarySchema>;

export const requestFileSchema = z.object({
  id: idSchema,
  fileName: z.string(),
  mime: z.string(),
  bytes: z.number(),
  uploadedAt: atSchema,
  uploadedBy: z.enum(["requester", "staff"]),
  identity: z.boolean(),
});
export type RequestFile = z.output<typeof requestFileSchema>;

export const pointSchema = z.object({
  text: z.string(),
  outcome: z.optional(z.enum(POINT_OUTCOMES)),
  note: z.optional(z.string()),
  basis: z.optional(z.string()),
});

/** What the reader may do next. Screens show exactly these. */
export const permittedActionSchema = z.object({
  action: z.enum(REQUEST_ACTIONS),
  /** Last moment, where there is one. */
  until: z.optional(atSchema),
  /** The part of the case that it is about, where there are several: the soonest due. */
  target: z.optional(z.string()),
});

export const requestDetailSchema = z.object({
  ...requestSummarySchema.shape,
  version: z.number(),
  itemId: idSchema,
  itemVersion: z.number(),
  talentId: idSchema,
  recognition: recognitionSchema,
  employerName: z.string(),
  phoneMasked: z.string(),
  beneficiaryName: z.optional(z.string()),
  beneficiaryAge: z.optional(z.number()),
  consents: consentsInput,
  points: z.array(pointSchema),
  details: z.array(z.object({ key: z.string(), label: bilingualSchema, value: bilingualSchema })),
  /** Only for the requester's own draft, to fill the form again. */
  draft: z.optional(z.object(draftFields)),
  materials: z.array(
    z.object({
      key: z.string(),
      name: bilingualSchema,
      hint: z.optional(bilingualSchema),
      required: z.boolean(),
      identity: z.boolean(),
      state: z.enum(["received", "missing", "asked"]),
      /** Seen on paper at the window. */
      seen: z.optional(z.enum(PAPER_FORMS)),
      why: z.optional(z.string()),
      files: z.array(requestFileSchema),
    }),
  ),
  supplement: z.optional(
    z.object({
      askedAt: atSchema,
      askedBy: z.string(),
      answeredAt: z.optional(atSchema),
      items: z.array(
        z.object({
          key: z.string(),
          title: z.string(),
          why: z.string(),
          how: z.optional(z.string()),
          files: z.array(requestFileSchema),
        }),
      ),
    }),
  ),
  limitDays: z.optional(z.array(limitDaySchema)),
  limitSources: z.array(z.string()),
  timeline: z.array(timelineEventSchema),
  officers: z.array(officerSchema),
  /** Reason of a rejection, return or out-of-scope end. */
  reason: z.optional(z.string()),
  responsible: z.optional(z.string()),
  intake: z.optional(intakeSchema),
  /** Why it was not dispatched by itself; only for staff. */
  notRoutedWhy: z.optional(z.enum(NOT_ROUTED_REASONS)),
  ...caseWorkFields,
  rating: z.optional(
    z.object({
      level: z.enum(RATING_LEVELS),
      tags: z.array(z.string()),
      comment: z.optional(z.string()),
      at: atSchema,
    }),
  ),
  can: z.array(permittedActionSchema),
});
export type RequestDetail = z.output<typeof requestDetailSchema>;

export const listRequestsQuery = z.strictObject({
  ...pageQuery,
  state: z._default(z.enum(["open", "closed", "draft", "all"]), "all"),
});
