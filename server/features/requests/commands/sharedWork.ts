import { CASE_WORK_BOUNDS } from "@talent/shared/domain/caseWork";
import { AppError, invalidField, notFound } from "../../../platform/errors";
import type { PostDocument } from "../../posts/index";
import type { Moment, Step } from "../change";
import type { RequestDocument } from "../document";
import type { SharedWork, Subtask } from "../parts";
import { holdsPart } from "../relations";
import { isOpen, nextId, openOf, withPart } from "../rules/caseWork";
import { closeAfter } from "../rules/clock";
import { dutyHolder } from "../takeover/dutyHolder";

/** How a post is found by its id; absent when there is none. */
export type PostOf = (postId: string) => PostDocument | undefined;

interface Asked {
  id: string;
  postId: string;
  dueAt: Date;
  field: string;
}

/**
 * Work for whoever is on duty at another post.
 * @throws AppError `invalid_input` for an unknown post, the one that has the case, or one at which nobody is on duty
 */
function workFor(
  request: RequestDocument,
  { id, postId, dueAt, field }: Asked,
  { context, reader, now }: Moment,
  postOf: PostOf,
): SharedWork {
  const post = postOf(postId);
  if (post === undefined) throw invalidField(field, "unknown");
  if (postId === request.postId) throw invalidField(field, "has_the_case");
  const holder = dutyHolder(post, context.calendar, now);
  if (holder === undefined) throw invalidField(field, "nobody_on_duty");
  return {
    id,
    at: now,
    byId: reader.accountId,
    byName: reader.name,
    postId,
    departmentId: post.departmentId,
    holder,
    dueAt,
  };
}

/**
 * Asks another department inside the case 会商; the clock of the case runs on.
 * @throws AppError `invalid_input` as `workFor`, `limit_passed` for more open questions than one case may have
 */
export function consult(
  request: RequestDocument,
  moment: Moment,
  body: { postId: string; question: string; workingDays?: number | undefined },
  postOf: PostOf,
): Step {
  const { calendar, limits } = moment.context;
  const consultations = request.consultations ?? [];
  if (openOf(consultations).length >= CASE_WORK_BOUNDS.consultations)
    throw new AppError("limit_passed", "as many open questions as a case may have", {
      consultations: CASE_WORK_BOUNDS.consultations,
    });
  const dueAt = closeAfter(calendar, limits, moment.now, body.workingDays ?? limits.consultationDays);
  const asked = { id: nextId("c", consultations), postId: body.postId, dueAt, field: "body.postId" };
  const work = workFor(request, asked, moment, postOf);
  return {
    type: "consulted",
    audience: "staff",
    note: body.question,
    noticeDueAt: dueAt,
    set: { consultations: [...consultations, { ...work, question: body.question }] },
  };
}

/** The part of the case with this id, if it is open and the reader's. */
function ownPart<T extends SharedWork>(parts: readonly T[] | undefined, id: string, { reader }: Moment): T {
  const part = parts?.find((one) => one.id === id);
  if (part === undefined || !holdsPart(reader, part)) throw notFound("part of the case");
  if (!isOpen(part)) throw new AppError("state_changed", "it was answered or is not needed any more");
  return part;
}

export function answerConsultation(
  request: RequestDocument,
  moment: Moment,
  { consultationId, answer }: { consultationId: string; answer: string },
): Step {
  const { id } = ownPart(request.consultations, consultationId, moment);
  const changes = { answeredAt: moment.now, answeredByName: moment.reader.name, answer };
  return {
    type: "consultationAnswered",
    audience: "staff",
    note: answer,
    set: { consultations: withPart(request.consultations, id, changes) },
  };
}

export interface SubtaskInput {
  postId: string;
  task: string;
  workingDays?: number | undefined;
}

/**
 * The sub-tasks of a case after more were given to other posts.
 * @throws AppError `invalid_input` as `workFor`, or for a post that has an open one already
 */
export function withSubtasks(
  request: RequestDocument,
  moment: Moment,
  inputs: readonly SubtaskInput[],
  postOf: PostOf,
): Subtask[] {
  const { calendar, limits } = moment.context;
  const subtasks = [...(request.subtasks ?? [])];
  inputs.forEach(({ postId, task, workingDays }, index) => {
    const field = `body.subtasks.${index}.postId`;
    if (openOf(subtasks).some((other) => other.postId === postId)) throw invalidField(field, "named_twice");
    if (subtasks.length >= CASE_WORK_BOUNDS.subtasks) throw invalidField("body.subtasks", "too_big");
    const dueAt = closeAfter(calendar, limits, moment.now, workingDays ?? limits.subtaskDays);
    const work = workFor(request, { id: nextId("t", subtasks), postId, dueAt, field }, moment, postOf);
    subtasks.push({ ...work, task });
  });
  return subtasks;
}

/** Gives other posts their part of a case that needs several departments. */
export function addSubtasks(
  request: RequestDocument,
  moment: Moment,
  inputs: readonly SubtaskInput[],
  postOf: PostOf,
): Step {
  const subtasks = withSubtasks(request, moment, inputs, postOf);
  return {
    type: "subtasksAdded",
    audience: "staff",
    count: inputs.length,
    note: inputs.map(({ task }) => task).join("；"),
    noticeDueAt: subtasks.at(-1)?.dueAt,
    set: { subtasks },
  };
}

/**
 * A dispatch that gives other posts their part at once.
 * @throws AppError `invalid_input` as `workFor`
 */
export function shared(
  dispatched: Step,
  request: RequestDocument,
  moment: Moment,
  inputs: readonly SubtaskInput[] | undefined,
  postOf: PostOf,
): Step {
  if (inputs === undefined || inputs.length === 0) return dispatched;
  const subtasks = withSubtasks({ ...request, ...dispatched.set }, moment, inputs, postOf);
  return { ...dispatched, set: { ...dispatched.set, subtasks } };
}

/** @throws AppError `state_changed` when it was signed already */
export function signSubtask(request: RequestDocument, moment: Moment, subtaskId: string): Step {
  const part = ownPart(request.subtasks, subtaskId, moment);
  if (part.signedAt !== undefined) throw new AppError("state_changed", "signed already");
  return {
    type: "subtaskSigned",
    audience: "staff",
    note: part.task,
    set: { subtasks: withPart(request.subtasks, part.id, { signedAt: moment.now }) },
  };
}

/** @throws AppError `state_changed` before it is signed */
export function answerSubtask(
  request: RequestDocument,
  moment: Moment,
  { subtaskId, answer }: { subtaskId: string; answer: string },
): Step {
  const part = ownPart(request.subtasks, subtaskId, moment);
  if (part.signedAt === undefined) throw new AppError("state_changed", "it is to be signed first");
  const changes = { answeredAt: moment.now, answeredByName: moment.reader.name, answer };
  return {
    type: "subtaskAnswered",
    audience: "staff",
    note: answer,
    set: { subtasks: withPart(request.subtasks, part.id, changes) },
  };
}
