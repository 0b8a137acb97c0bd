import { defineTexts } from "../../../i18n/texts";

/** Words of urging, promises and more time on the talent's page of a request. */
export const workTexts = defineTexts(
  {
    urge: "催办",
    urgeTitle: "催办这件申请",
    urgeNote: "想说的话",
    urgeFrom: (moment: string) => `${moment}起可催`,
    urgeUsedUp: "催办次数已用完",
    urgeLeft: (left: number) => `还可以催办 ${left} 次。`,
    urges: "催办和答复",
    urgedAt: (moment: string) => `您 ${moment}催办`,
    waitsAnswer: "已催办，等答复",
    answeredBy: (who: string, moment: string) => `${who} ${moment}答复`,
    promise: {
      open: (date: string) => `承诺 ${date}前办结`,
      kept: (date: string) => `承诺 ${date}前办结，已兑现`,
      broken: (date: string) => `承诺 ${date}前办结，没有兑现`,
    },
    extended: (days: number) => `办理时限延长 ${days} 个工作日`,
    decided: (who: string, moment: string) => `${who} ${moment}同意`,
    transferred: (office: string) => `已移交 ${office}`,
    takenIn: (office: string, who: string, moment: string) => `${office}${who} ${moment}在窗口代为提交`,
  },
  {
    urge: "Urge",
    urgeTitle: "Urge this request",
    urgeNote: "A few words",
    urgeFrom: (moment) => `Urge from ${moment}`,
    urgeUsedUp: "No urges left",
    urgeLeft: (left) => (left === 1 ? "One urge left." : `${left} urges left.`),
    urges: "Urges and answers",
    urgedAt: (moment) => `You urged ${moment}`,
    waitsAnswer: "Urged, waiting for an answer",
    answeredBy: (who, moment) => `${who}, ${moment}`,
    promise: {
      open: (date) => `Promised by ${date}`,
      kept: (date) => `Promised by ${date}, kept`,
      broken: (date) => `Promised by ${date}, not kept`,
    },
    extended: (days) => `The limit was extended by ${days} working days`,
    decided: (who, moment) => `Approved by ${who}, ${moment}`,
    transferred: (office) => `Handed on to ${office}`,
    takenIn: (office, who, moment) => `Taken in at the window by ${who} (${office}), ${moment}`,
  },
);
