import { CASE_STAFF_ROLES, SPECIALIST_ROLES } from "../../domain/roles";
import { defineEndpoints } from "../endpoint";
import * as caseWork from "../schemas/caseWork";
import * as onSite from "../schemas/onSite";
import * as requests from "../schemas/requests";
import { idParams } from "../schemas/primitives";

const detail = { params: idParams, output: requests.requestDetailSchema } as const;

/** Work on a case beside the straight line from acceptance to completion, and intake at the window. */
export const caseWorkEndpoints = defineEndpoints({
  "requests.createOnSite": {
    method: "POST",
    path: "/api/requests/on-site",
    summary: "Take in a request at the window 现场受理, for the talent whose code was scanned",
    access: SPECIALIST_ROLES,
    body: onSite.createOnSiteBody,
    output: requests.requestDetailSchema,
    status: 201,
  },
  "requests.takeIn": {
    method: "POST",
    path: "/api/requests/:id/take-in",
    summary: "Hand in what was begun at the window, and accept it in the same act if asked to",
    access: SPECIALIST_ROLES,
    body: onSite.takeInBody,
    ...detail,
  },
  "requests.changeItem": {
    method: "POST",
    path: "/api/requests/:id/item",
    summary: "The wrong item was chosen: put the request under another one; days used stay used",
    access: SPECIALIST_ROLES,
    body: caseWork.changeItemBody,
    ...detail,
  },
  "requests.askExtension": {
    method: "POST",
    path: "/api/requests/:id/extension",
    summary: "Ask for more time 延期, once, before it is due",
    access: ["departmentLiaison"],
    body: caseWork.askExtensionBody,
    ...detail,
  },
  "requests.approveExtension": {
    method: "POST",
    path: "/api/requests/:id/extension/approve",
    summary: "Give the time that was asked for; the talent sees the reason",
    access: SPECIALIST_ROLES,
    ...detail,
  },
  "requests.refuseExtension": {
    method: "POST",
    path: "/api/requests/:id/extension/refuse",
    summary: "Give no more time, with the reason",
    access: SPECIALIST_ROLES,
    body: caseWork.refuseExtensionBody,
    ...detail,
  },
  "requests.urge": {
    method: "POST",
    path: "/api/requests/:id/urge",
    summary: "Urge 催办",
    access: ["talent"],
    body: caseWork.urgeBody,
    ...detail,
  },
  "requests.answerUrge": {
    method: "POST",
    path: "/api/requests/:id/urge/answer",
    summary: "Answer an urge with a dated promise",
    access: CASE_STAFF_ROLES,
    body: caseWork.answerUrgeBody,
    ...detail,
  },
  "requests.supervise": {
    method: "POST",
    path: "/api/requests/:id/supervision",
    summary: "Supervise 督办",
    access: SPECIALIST_ROLES,
    body: caseWork.superviseBody,
    ...detail,
  },
  "requests.answerSupervision": {
    method: "POST",
    path: "/api/requests/:id/supervision/answer",
    summary: "Answer a supervision",
    access: CASE_STAFF_ROLES,
    body: caseWork.answerSupervisionBody,
    ...detail,
  },
  "requests.closeSupervision": {
    method: "POST",
    path: "/api/requests/:id/supervision/close",
    summary: "End a supervision",
    access: SPECIALIST_ROLES,
    body: caseWork.closeSupervisionBody,
    ...detail,
  },
  "requests.consult": {
    method: "POST",
    path: "/api/requests/:id/consultations",
    summary: "Ask another department inside the case 会商; the clock runs on",
    access: ["departmentLiaison"],
    body: caseWork.consultBody,
    ...detail,
  },
  "requests.answerConsultation": {
    method: "POST",
    path: "/api/requests/:id/consultations/answer",
    summary: "Answer a question of another department",
    access: ["departmentLiaison"],
    body: caseWork.answerConsultationBody,
    ...detail,
  },
  "requests.addSubtasks": {
    method: "POST",
    path: "/api/requests/:id/subtasks",
    summary: "Give other posts their part of the case",
    access: SPECIALIST_ROLES,
    body: caseWork.addSubtasksBody,
    ...detail,
  },
  "requests.signSubtask": {
    method: "POST",
    path: "/api/requests/:id/subtasks/sign",
    summary: "Sign a sub-task",
    access: ["departmentLiaison"],
    body: caseWork.signSubtaskBody,
    ...detail,
  },
  "requests.answerSubtask": {
    method: "POST",
    path: "/api/requests/:id/subtasks/answer",
    summary: "Give the result of a sub-task",
    access: ["departmentLiaison"],
    body: caseWork.answerSubtaskBody,
    ...detail,
  },
  "requests.checkCompletion": {
    method: "POST",
    path: "/api/requests/:id/complete/check",
    summary: "What may be wrong with these answers; nothing is written",
    access: ["departmentLiaison"],
    params: idParams,
    body: requests.checkCompletionBody,
    output: caseWork.completionCheckSchema,
  },
});
