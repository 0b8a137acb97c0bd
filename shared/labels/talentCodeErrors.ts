import type { TALENT_CODE_ERRORS } from "../contract/talentCodeErrors";
import { both, type Labels } from "./bilingual";

/** Sentences for errors of the talent code. */
export const TALENT_CODE_ERROR_SENTENCES: Labels<keyof typeof TALENT_CODE_ERRORS> = {
  code_unreadable: both(
    "这不是人才码。请对方打开“人才码”，对准屏幕再扫一次。",
    "This is not a talent code. Ask the person to open the code and scan again.",
  ),
  code_mistyped: both(
    "有一位不对。请对照屏幕或卡面再输一次。",
    "One character is wrong. Compare with the screen or card and type it again.",
  ),
  code_unknown: both(
    "没有这个码。码每天换，请看对方手机上今天的码，或改输卡号。",
    "There is no such code. It changes every day: use today's from the phone, or the card number.",
  ),
  code_expired: both(
    "这个码已经过时，可能是截图。请对方当场打开人才码再扫。",
    "This code has passed, perhaps a screenshot. Ask the person to open it now and scan again.",
  ),
  code_used: both(
    "这个码刚刚用过一次。请等圆环走完换新码再扫。",
    "This code was used a moment ago. Wait for the ring to turn and scan the new one.",
  ),
  code_lost: both(
    "这个码或这张卡已经挂失，不能使用。请核对本人，让本人重新打开人才码。",
    "This code or card was reported lost. Check who it is; the person opens the code anew.",
  ),
  scan_needed: both(
    "核实已经过了 30 分钟，或不是您核的。请再核实一次。",
    "The check is older than 30 minutes or not yours. Please verify again.",
  ),
};
