import { maskIdNumber } from "@talent/shared/domain/masking";
import type { FailureReason } from "./failure";

/** Kinds of `unknown` that do not come from the source itself. */
export type Unanswered = FailureReason | "notConnected" | "leftAlone" | "noRecord";

/** What a specialist reads when a source has not answered: why, and that a person has to check. */
export const UNANSWERED: Readonly<Record<Unanswered, string>> = {
  notConnected: "未接入，请人工核对",
  timedOut: "未在规定时间内应答，请稍后重试或人工核对",
  notReachable: "无法连接，请稍后重试或人工核对",
  failing: "对方系统故障，请稍后重试或人工核对",
  refused: "对方拒绝了查询，请联系管理员，并人工核对",
  notUnderstood: "对方的应答无法识别，请人工核对",
  leftAlone: "连续多次未应答，暂停查询，请稍后重试或人工核对",
  noRecord: "没有该人才的记录，无法查询，请人工核对",
};

/** A source's own sentence, should it repeat the number it was asked about, with the number masked. */
export function withoutNumber(evidence: string, idNumber: string): string {
  return evidence.replaceAll(idNumber, maskIdNumber(idNumber));
}
