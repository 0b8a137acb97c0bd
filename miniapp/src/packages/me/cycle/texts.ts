import { defineTexts } from "../../../i18n/texts";

export const myCycleTexts = defineTexts(
  {
    did: { addStatement: "补充说明", appeal: "申诉" },
    why: {
      addStatement: "写下您对评估的说明，单位和服务专员都能看到。",
      appeal: "由没有作过决定的专员重新核实，决定会说明理由。申诉只有一次。",
    },
    label: { addStatement: "说明", appeal: "申诉理由" },
    missing: "请先写下来",
    confirm: { addStatement: "提交说明", appeal: "提交申诉，换人决定" },
    done: { addStatement: "说明已提交。", appeal: "申诉已提交，由另一位专员决定。" },
    until: (day: string) => `最晚${day}申诉`,
  },
  {
    did: { addStatement: "Add a statement", appeal: "Appeal" },
    why: {
      addStatement: "Your words on the evaluation; employer and specialists read them.",
      appeal: "Somebody who has not decided verifies again, and gives reasons. You may appeal once.",
    },
    label: { addStatement: "Statement", appeal: "Reasons" },
    missing: "Write something first",
    confirm: { addStatement: "Send the statement", appeal: "Appeal to somebody else" },
    done: { addStatement: "Sent.", appeal: "Sent; somebody else decides." },
    until: (day) => `Appeal by ${day}`,
  },
);
