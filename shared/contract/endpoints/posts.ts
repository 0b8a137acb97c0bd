import * as z from "zod/mini";
import { CASE_STAFF_ROLES, SPECIALIST_ROLES, type Role } from "../../domain/roles";
import { defineEndpoints } from "../endpoint";
import * as posts from "../schemas/posts";
import { idParams, pageOf } from "../schemas/primitives";

const ADMINISTRATOR = ["administrator"] as const satisfies readonly Role[];
const PLAN_READERS = [...CASE_STAFF_ROLES, ...ADMINISTRATOR] as const;
/** Holders themselves, a liaison of their department, or an administrator. */
const ABSENCE_WRITERS = ["departmentLiaison", ...ADMINISTRATOR] as const;
const RULE_READERS = [...SPECIALIST_ROLES, ...ADMINISTRATOR] as const;

export const postEndpoints = defineEndpoints({
  "posts.plan": {
    method: "GET",
    path: "/api/duty-plan",
    summary: "Posts with their holders and absences, day by day",
    access: PLAN_READERS,
    query: posts.postPlanQuery,
    output: posts.postPlanSchema,
  },
  "posts.create": {
    method: "POST",
    path: "/api/posts",
    summary: "Open a post with its A and B holder",
    access: ADMINISTRATOR,
    body: posts.createPostBody,
    output: posts.plannedPostSchema,
    status: 201,
  },
  "posts.change": {
    method: "PUT",
    path: "/api/posts/:id",
    summary: "Change a post or its holders; open cases go with it",
    access: ADMINISTRATOR,
    params: idParams,
    body: posts.changePostBody,
    output: posts.plannedPostSchema,
  },
  "posts.registerAbsence": {
    method: "POST",
    path: "/api/posts/:id/absences",
    summary: "Enter an absence; refused when the post would stand empty (6.6.2 b)",
    access: ABSENCE_WRITERS,
    params: idParams,
    body: posts.registerAbsenceBody,
    output: posts.plannedPostSchema,
    status: 201,
  },
  "posts.endAbsence": {
    method: "POST",
    path: "/api/posts/:id/absences/:absenceId/end",
    summary: "Call an absence off, or be back today",
    access: ABSENCE_WRITERS,
    params: posts.absenceParams,
    output: posts.plannedPostSchema,
  },
  "posts.shortenAbsence": {
    method: "POST",
    path: "/api/posts/:id/absences/:absenceId/shorten",
    summary: "Give an absence an earlier last day",
    access: ABSENCE_WRITERS,
    params: posts.absenceParams,
    body: posts.shortenAbsenceBody,
    output: posts.plannedPostSchema,
  },
  "posts.askOther": {
    method: "POST",
    path: "/api/posts/:id/absences/:absenceId/ask",
    summary: "Ask the other holder to move the absence that stands in the way",
    access: ABSENCE_WRITERS,
    params: posts.absenceParams,
    body: posts.askOtherBody,
    status: 204,
  },
  "departments.staff": {
    method: "GET",
    path: "/api/departments",
    summary: "Departments with who of them may hold a post",
    access: ADMINISTRATOR,
    output: z.object({ items: z.array(posts.departmentStaffSchema) }),
  },
  "handovers.list": {
    method: "GET",
    path: "/api/handovers",
    summary: "Handovers that concern the reader or their department, newest first",
    access: PLAN_READERS,
    query: posts.listHandoversQuery,
    output: pageOf(posts.handoverSchema),
  },
  "handovers.read": {
    method: "GET",
    path: "/api/handovers/:id",
    summary: "One handover",
    access: PLAN_READERS,
    params: idParams,
    output: posts.handoverSchema,
  },
  "handovers.cases": {
    method: "GET",
    path: "/api/handovers/:id/cases",
    summary: "The cases that changed hands, as they stand now",
    access: PLAN_READERS,
    params: idParams,
    query: posts.handoverCasesQuery,
    output: pageOf(posts.handoverCaseSchema),
  },
  "handovers.acknowledge": {
    method: "POST",
    path: "/api/handovers/:id/acknowledge",
    summary: "The list has been read 已知悉",
    access: PLAN_READERS,
    params: idParams,
    output: posts.handoverSchema,
  },
  "routingRules.list": {
    method: "GET",
    path: "/api/routing-rules",
    summary: "Routing rules, those in effect first",
    access: RULE_READERS,
    query: posts.listRoutingRulesQuery,
    output: z.object({ ...pageOf(posts.routingRuleSchema).shape, canChange: z.boolean() }),
  },
  "routingRules.create": {
    method: "POST",
    path: "/api/routing-rules",
    summary: "Add a routing rule",
    access: ADMINISTRATOR,
    body: posts.routingRuleBody,
    output: posts.routingRuleSchema,
    status: 201,
  },
  "routingRules.change": {
    method: "PUT",
    path: "/api/routing-rules/:id",
    summary: "Change a routing rule",
    access: ADMINISTRATOR,
    params: idParams,
    body: posts.routingRuleBody,
    output: posts.routingRuleSchema,
  },
  "routingRules.end": {
    method: "POST",
    path: "/api/routing-rules/:id/end",
    summary: "Let a rule end on a day",
    access: ADMINISTRATOR,
    params: idParams,
    body: posts.endRoutingRuleBody,
    output: posts.routingRuleSchema,
  },
  "routingRules.try": {
    method: "GET",
    path: "/api/routing-rules/try",
    summary: "Where a request of this kind goes today, and by which rule",
    access: RULE_READERS,
    query: posts.tryRoutingQuery,
    output: posts.triedRouteSchema,
  },
});
