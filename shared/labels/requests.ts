import type { RequestStatus, BoardLane } from "../domain/requestStatus";
import type { PointOutcome, RequestAction, RequestSource } from "../domain/lifecycle";
import { both, type Bilingual, type Labels } from "./bilingual";
import { CASE_WORK_ACTION_BUTTONS, CASE_WORK_ACTION_LABELS, CASE_WORK_CONFIRMATIONS } from "./caseWork";

/** States of a request as everybody reads them. */
export const STATUS_LABELS: Labels<RequestStatus> = {
  draft: both("草稿", "Draft"),
  submitted: both("待受理", "Waiting for acceptance"),
  accepted: both("待转办", "Accepted, to be dispatched"),
  dispatched: both("待签收", "Waiting for signing"),
  handling: both("办理中", "In hand"),
  supplementing: both("待补正", "Waiting for materials"),
  completed: both("已办结", "Completed"),
  reopened: both("重新办理", "Reopened"),
  rejected: both("不予受理", "Not accepted"),
  outOfScope: both("不属于服务范围", "Out of scope"),
  withdrawn: both("已撤回", "Withdrawn"),
};

/** What happens now, as a sentence to the person who asked; `{office}` is who has the request. */
export const STATUS_SENTENCES: Labels<RequestStatus> = {
  draft: both("还没有提交，草稿已保存", "Not handed in yet; the draft is saved"),
  submitted: both("已提交，等待服务专员受理", "Handed in, a specialist will take it up"),
  accepted: both("已受理，正在安排办理单位", "Accepted, being assigned to a department"),
  dispatched: both("已转给{office}，等待签收", "Sent to {office}, waiting for signing"),
  handling: both("{office}正在办理", "{office} is working on it"),
  supplementing: both("等您补材料，计时已暂停", "Waiting for your materials; the clock is stopped"),
  completed: both("已办结", "Completed"),
  reopened: both("已重新打开，等待{office}签收", "Open again, waiting for {office}"),
  rejected: both("没有受理，原因见下", "Not accepted; the reason is below"),
  outOfScope: both("不属于服务范围，下面写明找谁办", "Out of scope; below is whom to ask"),
  withdrawn: both("您已撤回", "You took it back"),
};

export const LANE_LABELS: Labels<BoardLane> = {
  toAccept: both("待受理", "To accept"),
  toDispatch: both("待转办", "To dispatch"),
  inHand: both("办理中", "In hand"),
  dueSoon: both("临期", "Due soon"),
  overdue: both("超期", "Overdue"),
  done: both("已办结", "Done"),
};

/** What an empty column means. */
export const LANE_EMPTY_SENTENCES: Labels<BoardLane> = {
  toAccept: both("没有等待受理的申请", "Nothing waits for acceptance"),
  toDispatch: both("没有等待转办的申请", "Nothing waits for dispatch"),
  inHand: both("没有正在办理的办件", "Nothing is in hand"),
  dueSoon: both("没有快到期的办件", "Nothing is due soon"),
  overdue: both("没有超期的办件", "Nothing is overdue"),
  done: both("最近 30 天没有办结的办件", "Nothing was completed in the last 30 days"),
};

/** Names of actions, for history and menus. */
export const ACTION_LABELS: Labels<RequestAction> = {
  saveDraft: both("存草稿", "Save draft"),
  discardDraft: both("删除草稿", "Delete draft"),
  submit: both("提交申请", "Submit"),
  accept: both("受理", "Accept"),
  reject: both("不予受理", "Do not accept"),
  markOutOfScope: both("不属于服务范围", "Out of scope"),
  askSupplement: both("一次性告知补正", "Ask for materials"),
  answerSupplement: both("提交补正", "Send materials"),
  dispatch: both("转办", "Dispatch"),
  sign: both("签收", "Sign"),
  returnToDispatch: both("退回转办", "Return"),
  recordProgress: both("记录进展", "Note progress"),
  complete: both("办结", "Complete"),
  withdraw: both("撤回申请", "Withdraw"),
  reopen: both("申请重新办理", "Reopen"),
  rate: both("评价", "Rate"),
  ...CASE_WORK_ACTION_LABELS,
};

/** Buttons: verb, object, consequence. */
export const ACTION_BUTTONS: Labels<RequestAction> = {
  saveDraft: both("存草稿，下次接着填", "Save and continue later"),
  discardDraft: both("删除草稿和已传文件", "Delete the draft and its files"),
  submit: both("提交申请，交给服务专员", "Submit to the specialist"),
  accept: both("受理申请并开始计时", "Accept and start the clock"),
  reject: both("不予受理并告知原因", "Do not accept and tell why"),
  markOutOfScope: both("告知不属于范围并结束", "Close and say who is responsible"),
  askSupplement: both("一次告知补正并停止计时", "Ask for all materials and stop the clock"),
  answerSupplement: both("提交补正，恢复计时", "Send materials and restart the clock"),
  dispatch: both("转办并通知岗位", "Dispatch and notify the post"),
  sign: both("签收并开始办理", "Sign and begin"),
  returnToDispatch: both("退回专员，说明原因", "Return to the specialist with the reason"),
  recordProgress: both("记录进展并告知申请人", "Note progress and tell the applicant"),
  complete: both("办结并告知结果", "Complete and tell the result"),
  withdraw: both("撤回申请，停止办理", "Withdraw and stop the work"),
  reopen: both("重新办理，交回原岗位", "Reopen and send back to the post"),
  rate: both("提交评价", "Send rating"),
  ...CASE_WORK_ACTION_BUTTONS,
};

/** Asked before the act: who is told and what cannot be undone. Absent = nothing to confirm. */
export const ACTION_CONFIRMATIONS: Readonly<Partial<Record<RequestAction, Bilingual>>> = {
  discardDraft: both(
    "草稿和已传的文件会一并删除，不能恢复。",
    "The draft and its files are deleted and cannot be restored.",
  ),
  reject: both(
    "申请人会立即看到原因，本件就此结束，可以重新提交新的申请。",
    "The applicant sees the reason at once and this case ends. A new request can be made.",
  ),
  markOutOfScope: both(
    "申请人会看到原因和负责单位，本件就此结束。",
    "The applicant sees the reason and who is responsible, and this case ends.",
  ),
  askSupplement: both(
    "发出后不能撤回。本件只能自行告知一次，再次补正须主管批准。",
    "It cannot be taken back. You may ask once; asking again needs a supervisor.",
  ),
  returnToDispatch: both(
    "退回后由服务专员重新转办，原因会记入经过。",
    "The specialist dispatches it anew; the reason is kept in the history.",
  ),
  complete: both(
    "申请人会立即收到结果，并受邀评价。办结后不能修改答复。",
    "The applicant gets the result at once and is invited to rate. Answers cannot be changed afterwards.",
  ),
  withdraw: both(
    "办理单位会停止办理，已交的材料不再使用。需要时可以重新申请。",
    "The department stops and your materials are no longer used. You can ask again any time.",
  ),
  reopen: both(
    "交回原岗位重新办理，每件只能重新办理一次。",
    "It goes back to the same post. A request can be reopened once.",
  ),
  rate: both("每件只评一次，提交后不能修改。", "One rating per request; it cannot be changed."),
  ...CASE_WORK_CONFIRMATIONS,
};

export const OUTCOME_LABELS: Labels<PointOutcome> = {
  done: both("已办", "Done"),
  partly: both("部分办到", "Partly done"),
  notPossible: both("不能办", "Not possible"),
};

export const SOURCE_LABELS: Labels<RequestSource> = {
  talent: both("本人提交", "By the talent"),
  employerLiaison: both("用人单位联络员代交", "By the employer liaison"),
  specialist: both("窗口代办", "By a specialist on site"),
};
