import type { NoticeType } from "@talent/shared/domain/notices";
import type { POST_NOTICE_TYPES } from "@talent/shared/domain/posts";
import { task, type NoticeTemplate } from "./form";

type PostNoticeType = Extract<NoticeType, (typeof POST_NOTICE_TYPES)[number]>;

/** Messages about absences from posts and the handing over of their cases. */
export const POST_TEMPLATES: Readonly<Record<PostNoticeType, NoticeTemplate>> = {
  casesTakenOver: {
    title: "岗位办件转给您",
    text: [
      "{why}，{itemName}的 {count} 件在办和新件转给您。",
      "到{dueDay}。",
      "请看交接清单，看过点已知悉。",
    ],
    en: {
      title: "Cases of a post came to you",
      text: [
        "{whyEn}: {count} open cases and all new ones of {itemName} come to you.",
        "Until {dueDayEn}.",
        "Please read the list and say that you have.",
      ],
    },
    action: "handover",
    wechat: task("岗位交接"),
  },
  casesHandedOver: {
    title: "岗位办件已交接",
    text: ["{why}，{itemName}的 {count} 件在办已交给{who}。", "到{dueDay}。", "请看交接清单，看过点已知悉。"],
    en: {
      title: "Your cases were handed over",
      text: [
        "{whyEn}: {count} open cases of {itemName} went to {who}.",
        "Until {dueDayEn}.",
        "Please read the list and say that you have.",
      ],
    },
    action: "handover",
    wechat: task("岗位交接"),
  },
  absenceRegistered: {
    title: "岗位缺席",
    text: ["{itemName}：{who}{days}缺席（{reason}），{cover}。"],
    en: { title: "Absence at a post", text: ["{itemName}: {who} is away {daysEn} ({reason}); {coverEn}."] },
    action: "posts",
    wechat: task("岗位缺席"),
  },
  absenceCalledOff: {
    title: "缺席取消或提前结束",
    text: ["{itemName}：{who}{days}的缺席取消或提前结束了。"],
    en: {
      title: "Absence called off",
      text: ["{itemName}: the absence of {who}, {daysEn}, was called off or ends early."],
    },
    action: "posts",
    wechat: task("缺席取消"),
  },
  absenceAdjustmentAsked: {
    title: "请调整缺席",
    text: [
      "{who}想在{days}缺席（{reason}），和您{otherDays}的缺席有同一天，{itemName}会空岗。",
      "能调整的话，请改您的缺席。",
    ],
    en: {
      title: "Please move an absence",
      text: [
        "{who} asks to be away {daysEn} ({reason}); with your absence {otherDaysEn} {itemName} would stand empty.",
        "If you can, please move yours.",
      ],
    },
    action: "posts",
    wechat: task("请调缺席"),
  },
};
