import type { CycleDetail } from "@talent/shared/contract/schemas/cycles";
import { useWrite } from "../../../hooks/useWrite";
import type { StaffCycleAct } from "./acts";

/** An act that needs at most a reason; the evaluation has a form of its own. */
export type ReasonedAct = Exclude<StaffCycleAct, "submitEvaluation">;

/** Does one act to the cycle; undefined after a failure, which is then in `error`. */
export function useReasonedAct(id: string) {
  const late = useWrite("cycles.decideLate");
  const ask = useWrite("cycles.askLate");
  const takeBack = useWrite("cycles.withdrawEvaluation");
  const verify = useWrite("cycles.beginVerification");
  const decide = useWrite("cycles.decide");
  const resume = useWrite("cycles.resume");
  const all = [late, ask, takeBack, verify, decide, resume];
  const send = (act: ReasonedAct, reason: string): Promise<{ data: CycleDetail } | undefined> => {
    const params = { id };
    switch (act) {
      case "askLate":
        return ask.run({ params, body: { reason } });
      case "withdrawEvaluation":
        return takeBack.run({ params });
      case "allowLate":
      case "refuseLate":
        return late.run({ params, body: { allow: act === "allowLate", reason } });
      case "beginVerification":
        return verify.run({ params, body: reason === "" ? {} : { reason } });
      case "resume":
        return resume.run({ params, body: { reason } });
      default:
        return decide.run({ params, body: { decision: act, reason } });
    }
  };
  return {
    send,
    busy: all.some(({ busy }) => busy),
    error: all.find(({ error }) => error !== undefined)?.error,
  };
}
