import { defineTexts } from "../../i18n/texts";

/** Words about complaints that their writer and the staff read alike. */
export const complaintTexts = defineTexts(
  {
    title: "投诉建议",
    secondRound: "换人复核",
    due: (day: string) => `${day}前答复`,
    dueAccept: (day: string) => `${day}前受理`,
    wasDue: (day: string) => `应于${day}前答复`,
    wasDueAccept: (day: string) => `应于${day}前受理`,
    answerOf: (round: number): string => (round === 1 ? "答复" : "复核答复"),
    measures: "怎么办",
    answeredBy: (who: string, when: string) => `${who}，${when}`,
    satisfied: "本人：满意",
    notSatisfied: "本人：不满意",
    history: "经过",
    request: "相关的申请",
    investigator: "核查人",
    about: "说的是",
  },
  {
    title: "Complaints and suggestions",
    secondRound: "Second review",
    due: (day) => `Answer by ${day}`,
    dueAccept: (day) => `To be accepted by ${day}`,
    wasDue: (day) => `The answer was due by ${day}`,
    wasDueAccept: (day) => `Accepting was due by ${day}`,
    answerOf: (round) => (round === 1 ? "Answer" : "Answer of the second review"),
    measures: "What is done",
    answeredBy: (who, when) => `${who}, ${when}`,
    satisfied: "The writer: satisfied",
    notSatisfied: "The writer: not satisfied",
    history: "History",
    request: "The request concerned",
    investigator: "Looked into by",
    about: "About",
  },
);
