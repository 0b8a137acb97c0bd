import * as z from "zod/mini";
import {
  ABSENCE_STATES,
  HANDOVER_KINDS,
  POST_BOUNDS,
  POST_LETTERS,
  POST_STATUSES,
  ROUTE_REASONS,
} from "../../domain/posts";
import { SERVICE_LEVELS } from "../../domain/talents";
import { requestSummarySchema } from "./requests";
import {
  atSchema,
  bilingualSchema,
  categorySchema,
  districtCodeSchema,
  idSchema,
  onSchema,
  pageOf,
  pageQuery,
  writtenText,
} from "./primitives";

const letterSchema = z.enum(POST_LETTERS);
const levelSchema = z.enum(SERVICE_LEVELS);
const itemCodeSchema = z.string().check(z.regex(/^[a-z][a-z-]{1,39}$/));

/** A run of whole days, both ends included. */
export const daySpanSchema = z.strictObject({ fromOn: onSchema, toOn: onSchema });
export type DaySpanInput = z.output<typeof daySpanSchema>;

export const postHolderSchema = z.object({ letter: letterSchema, accountId: idSchema, name: z.string() });

/** An absence of a holder, with what the reader may do to it. */
export const absenceSchema = z.object({
  id: idSchema,
  letter: letterSchema,
  name: z.string(),
  fromOn: onSchema,
  toOn: onSchema,
  reason: z.string(),
  state: z.enum(ABSENCE_STATES),
  /** Where it has not begun: it is called off. Where it runs: the holder is back today. */
  canEnd: z.boolean(),
  /** It may be given an earlier last day. */
  canShorten: z.boolean(),
});

/** Who is on duty today, and for whom until when where B stands in. */
export const dutySchema = z.object({
  letter: letterSchema,
  name: z.string(),
  coveringFor: z.optional(z.string()),
  /** Last day of the standing in. */
  untilOn: z.optional(onSchema),
});

/** A post 岗位 with its holders, their absences in the days asked for, and who is on duty. */
export const plannedPostSchema = z.object({
  id: idSchema,
  version: z.number(),
  status: z.enum(POST_STATUSES),
  name: z.string(),
  departmentId: idSchema,
  departmentName: z.string(),
  level: levelSchema,
  districtCode: z.optional(z.string()),
  phone: z.string(),
  itemCodes: z.array(z.string()),
  /** Takes what no rule and no other post of its level and district takes. */
  isDefault: z.boolean(),
  holders: z.array(postHolderSchema),
  absences: z.array(absenceSchema),
  duty: z.optional(dutySchema),
  openCases: z.number(),
  /** Holders for whom the reader may enter an absence. */
  canRegisterFor: z.array(letterSchema),
  canChange: z.boolean(),
});
export type PlannedPost = z.output<typeof plannedPostSchema>;

export const planDaySchema = z.object({
  on: onSchema,
  kind: z.enum(["working", "weekend", "holiday", "makeUp"]),
  counts: z.boolean(),
});

export const postPlanQuery = z.strictObject({
  ...pageQuery,
  /** Today when absent. */
  fromOn: z.optional(onSchema),
  days: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(POST_BOUNDS.planDays)), 14),
  level: z.optional(levelSchema),
  district: z.optional(districtCodeSchema),
  departmentId: z.optional(idSchema),
});
export const postPlanSchema = z.object({
  ...pageOf(plannedPostSchema).shape,
  days: z.array(planDaySchema),
  /** Departments whose posts the reader sees, for the filter. */
  departments: z.array(z.object({ id: idSchema, name: z.string(), level: levelSchema })),
  canCreate: z.boolean(),
});
export type PostPlan = z.output<typeof postPlanSchema>;

const itemCodesInput = z.array(itemCodeSchema).check(z.maxLength(POST_BOUNDS.itemCodes));
/** Both holders: §6.6.2 b asks for two, so that the service has no gap. */
const holdersInput = z.strictObject({ A: idSchema, B: idSchema });

export const createPostBody = z.strictObject({
  departmentId: idSchema,
  name: writtenText(POST_BOUNDS.name),
  phone: writtenText(30),
  itemCodes: itemCodesInput,
  isDefault: z._default(z.boolean(), false),
  holders: holdersInput,
});
export const changePostBody = z.strictObject({
  name: writtenText(POST_BOUNDS.name),
  phone: writtenText(30),
  itemCodes: itemCodesInput,
  isDefault: z._default(z.boolean(), false),
  holders: holdersInput,
});

export const registerAbsenceBody = z.strictObject({
  letter: letterSchema,
  spans: z.array(daySpanSchema).check(z.minLength(1), z.maxLength(POST_BOUNDS.spans)),
  reason: writtenText(POST_BOUNDS.reason),
});
export const absenceParams = z.strictObject({ id: idSchema, absenceId: idSchema });
export const shortenAbsenceBody = z.strictObject({ toOn: onSchema });
/** Asks the other holder to move the absence that stands in the way. */
export const askOtherBody = z.strictObject({
  spans: z.array(daySpanSchema).check(z.minLength(1), z.maxLength(POST_BOUNDS.spans)),
  reason: writtenText(POST_BOUNDS.reason),
});

/** `details` of the refusal `post_left_empty`. */
export const leftEmptySchema = z.object({
  postName: z.string(),
  /** Working days on which nobody would be there. */
  days: z.array(onSchema),
  /** Absences of the other holder that stand in the way. */
  others: z.array(
    z.object({
      absenceId: idSchema,
      letter: letterSchema,
      name: z.string(),
      fromOn: onSchema,
      toOn: onSchema,
      reason: z.string(),
    }),
  ),
  /** Open cases of the post that are due on these days. */
  dueCases: z.number(),
  /** Ways that would be accepted as things stand. */
  waysOut: z.array(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("move"), spans: z.array(daySpanSchema) }),
      z.object({ kind: z.literal("split"), spans: z.array(daySpanSchema) }),
      z.object({ kind: z.literal("askOther"), absenceId: idSchema, name: z.string() }),
    ]),
  ),
});
export type LeftEmpty = z.output<typeof leftEmptySchema>;

/** Departments with who of them may hold a post. */
export const departmentStaffSchema = z.object({
  id: idSchema,
  name: z.string(),
  level: levelSchema,
  districtCode: z.optional(z.string()),
  staff: z.array(z.object({ accountId: idSchema, name: z.string() })),
});

const handoverPerson = z.object({
  accountId: idSchema,
  name: z.string(),
  letter: letterSchema,
  acknowledgedAt: z.optional(atSchema),
});

/** A handover 交接: the open cases of a post went from one holder to the other. */
export const handoverSchema = z.object({
  id: idSchema,
  kind: z.enum(HANDOVER_KINDS),
  postId: idSchema,
  postName: z.string(),
  departmentName: z.string(),
  from: handoverPerson,
  to: handoverPerson,
  onDay: onSchema,
  /** Last day of a standing in. */
  untilOn: z.optional(onSchema),
  at: atSchema,
  cases: z.number(),
  /** Cases are still being moved. */
  moving: z.boolean(),
  canAcknowledge: z.boolean(),
});
export type HandoverView = z.output<typeof handoverSchema>;

export const listHandoversQuery = z.strictObject({
  ...pageQuery,
  postId: z.optional(idSchema),
});

/** One case of the list 交接清单, as it stands now. */
export const handoverCaseSchema = z.object({
  request: requestSummarySchema,
  lastProgress: z.optional(z.object({ at: atSchema, note: z.string(), who: z.string() })),
});
export const handoverCasesQuery = z.strictObject(pageQuery);

const ruleShape = {
  /** Empty = every category. */
  categories: z.array(categorySchema).check(z.maxLength(6)),
  level: z.optional(levelSchema),
  itemCode: z.optional(itemCodeSchema),
  districtCode: z.optional(districtCodeSchema),
  postId: idSchema,
  priority: z._default(
    z.number().check(z.int(), z.gte(POST_BOUNDS.priority.min), z.lte(POST_BOUNDS.priority.max)),
    0,
  ),
  activeFromOn: onSchema,
  activeToOn: z.optional(onSchema),
  note: z.optional(writtenText(POST_BOUNDS.note)),
};

export const routingRuleBody = z.strictObject(ruleShape);
export const endRoutingRuleBody = z.strictObject({ activeToOn: onSchema });

export const routingRuleSchema = z.object({
  id: idSchema,
  version: z.number(),
  categories: z.array(categorySchema),
  level: z.optional(levelSchema),
  itemCode: z.optional(z.string()),
  itemName: z.optional(bilingualSchema),
  districtCode: z.optional(z.string()),
  districtName: z.optional(z.string()),
  postId: idSchema,
  postName: z.string(),
  departmentName: z.string(),
  priority: z.number(),
  activeFromOn: onSchema,
  activeToOn: z.optional(onSchema),
  note: z.optional(z.string()),
  state: z.enum(["coming", "active", "ended"]),
  changedBy: z.string(),
  changedAt: atSchema,
});
export type RoutingRuleView = z.output<typeof routingRuleSchema>;

export const listRoutingRulesQuery = z.strictObject({
  ...pageQuery,
  /** `current` leaves out those that have ended. */
  state: z._default(z.enum(["current", "ended"]), "current"),
});

export const tryRoutingQuery = z.strictObject({
  category: categorySchema,
  itemCode: itemCodeSchema,
  district: districtCodeSchema,
});

/** Where a request of this kind goes today, and why. */
export const triedRouteSchema = z.object({
  post: z.optional(
    z.object({
      id: idSchema,
      name: z.string(),
      departmentName: z.string(),
      holder: z.optional(dutySchema),
    }),
  ),
  reason: z.optional(z.enum(ROUTE_REASONS)),
  rule: z.optional(routingRuleSchema),
  /** The item is dispatched at acceptance, without a specialist's choice. */
  automatic: z.boolean(),
});
