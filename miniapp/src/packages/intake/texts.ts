import { defineTexts } from "../../i18n/texts";

/** Words of the on-site intake and its receipt. */
export const intakeTexts = defineTexts(
  {
    title: "现场代办",
    notVerified: "先核实人才码",
    notVerifiedHint: "核实通过后，点“代办”，会带着人和事项到这里。",
    receipt: "受理回执",
  },
  {
    title: "On-site intake",
    notVerified: "Verify a talent code first",
    notVerifiedHint: "After a yes, “take in” brings the person and the item here.",
    receipt: "Receipt",
  },
);
