import { CASE, CASE_EN, progress, refusal, task, type NoticeTemplate } from "./form";

/** Texts of the request journey. */
export const REQUEST_TEMPLATES = {
  requestAccepted: {
    title: "申请已受理",
    text: [`您的${CASE}已受理。`, "{dueDay}前办结。"],
    en: {
      title: "Request accepted",
      text: [`Your request ${CASE_EN} has been accepted.`, "It will be completed by {dueDayEn}."],
    },
    action: "view",
    wechat: {
      title: "办件受理通知",
      keywords: {
        character_string1: "{number}",
        thing2: "{itemName}",
        date3: "{atDate}",
        date4: "{dueDate}",
        thing5: "办到哪一步，点开就能看",
      },
    },
  },
  requestRejected: {
    title: "申请没有受理",
    text: [`您的${CASE}没有受理。`, "原因：{reason}。"],
    en: {
      title: "Request not accepted",
      text: [`Your request ${CASE_EN} was not accepted.`, "Reason: {reason}."],
    },
    action: "view",
    wechat: refusal("未受理"),
  },
  requestOutOfScope: {
    title: "不属于服务范围",
    text: [
      `您的${CASE}不在服务范围内。`,
      "原因：{reason}。",
      "可以找：{responsible}。",
      "已转给：{transfer}。",
    ],
    en: {
      title: "Out of scope",
      text: [
        `Your request ${CASE_EN} is outside what this service covers.`,
        "Reason: {reason}.",
        "You can ask: {responsible}.",
        "It was handed on to: {transfer}.",
      ],
    },
    action: "view",
    wechat: refusal("不在范围"),
  },
  supplementAsked: {
    title: "请补材料",
    text: [`您的${CASE}还缺 {count} 项材料，一次告知完毕。`, "补齐前不计时，早补早办。"],
    en: {
      title: "Please send materials",
      text: [
        `Your request ${CASE_EN} still needs materials: {count}. This list is complete.`,
        "The clock stands until they arrive.",
      ],
    },
    action: "supplement",
    wechat: {
      title: "补正材料通知",
      keywords: {
        character_string1: "{number}",
        thing2: "{itemName}",
        thing3: "还缺 {count} 项，点开看清单",
        date4: "{supplementDate}",
        thing5: "补齐前不计时，早补早办",
      },
    },
  },
  requestDispatched: {
    title: "已转给办理单位",
    text: [`您的${CASE}已转给{holderOffice}。`, "{dueDay}前办结。"],
    en: {
      title: "Sent to the department",
      text: [`Your request ${CASE_EN} has gone to {holderOffice}.`, "It will be completed by {dueDayEn}."],
    },
    action: "view",
    wechat: progress("已转办", "{holderOffice}"),
  },
  requestSigned: {
    title: "办理单位已签收",
    text: ["{office}正在办理" + `您的${CASE}。`, "{dueDay}前办结。"],
    en: {
      title: "The department has signed",
      text: [`{office} is working on your request ${CASE_EN}.`, "It will be completed by {dueDayEn}."],
    },
    action: "view",
    wechat: progress("办理中"),
  },
  progressRecorded: {
    title: "办理有进展",
    text: [`您的${CASE}有了进展：{note}。`],
    en: { title: "Progress on your request", text: [`Your request ${CASE_EN} has moved on: {note}.`] },
    action: "view",
    wechat: progress("有新进展"),
  },
  requestCompleted: {
    title: "已办结",
    text: [`您的${CASE}已办结。`, "每一点的结果都写好了。"],
    en: {
      title: "Completed",
      text: [`Your request ${CASE_EN} is completed.`, "Every point has its answer."],
    },
    action: "view",
    wechat: {
      title: "办结通知",
      keywords: {
        character_string1: "{number}",
        thing2: "{itemName}",
        phrase3: "已办结",
        time4: "{atTime}",
        thing5: "每一点的结果，点开就能看",
      },
    },
  },
  ratingInvited: {
    title: "请您评价",
    text: [`${CASE}办得怎么样？`, "您的评价只用来改进服务。"],
    en: {
      title: "Please rate the service",
      text: [`How was ${CASE_EN} handled?`, "Your rating only serves to improve the service."],
    },
    action: "rate",
    wechat: {
      title: "服务评价提醒",
      keywords: {
        character_string1: "{number}",
        thing2: "{itemName}",
        time3: "{atTime}",
        thing4: "您的评价只用来改进服务",
      },
    },
  },
  newRequestForSpecialist: {
    title: "新申请待受理",
    text: [`{maskedName}（{category} 类）申请了${CASE}。`, "{dueDay}前受理。"],
    en: {
      title: "New request to accept",
      text: [`{maskedName} (category {category}) has requested ${CASE_EN}.`, "Accept it by {dueDayEn}."],
    },
    action: "board",
    wechat: task("待受理"),
  },
  newCaseForHolder: {
    title: "新办件待签收",
    text: [`${CASE}转到了您的岗位。`, "{dueDay}前办结。"],
    en: {
      title: "New case to sign",
      text: [`${CASE_EN} has come to your post.`, "Complete it by {dueDayEn}."],
    },
    action: "board",
    wechat: task("待签收"),
  },
  caseReturned: {
    title: "办件被退回",
    text: [`${CASE}被{office}退回，请重新转办。`, "原因：{reason}。"],
    en: {
      title: "Case returned",
      text: [`{office} has returned ${CASE_EN}; please dispatch it anew.`, "Reason: {reason}."],
    },
    action: "board",
    wechat: task("被退回"),
  },
  supplementAnswered: {
    title: "材料已补齐",
    text: [`{maskedName}补齐了${CASE}的材料。`, "时限继续计算，{dueDay}前办结。"],
    en: {
      title: "Materials arrived",
      text: [
        `{maskedName} has sent the materials of ${CASE_EN}.`,
        "The clock runs again; complete it by {dueDayEn}.",
      ],
    },
    action: "board",
    wechat: task("已补正"),
  },
  requestWithdrawn: {
    title: "申请人已撤回",
    text: [`{maskedName}撤回了${CASE}，不用再办。`],
    en: {
      title: "Withdrawn by the applicant",
      text: [`{maskedName} has withdrawn ${CASE_EN}; nothing more is to be done.`],
    },
    action: "board",
    wechat: task("已撤回"),
  },
  requestReopened: {
    title: "申请人要求重新办理",
    text: [`{maskedName}要求重新办理${CASE}。`, "原因：{reason}。", "{dueDay}前办结。"],
    en: {
      title: "Reopened by the applicant",
      text: [
        `{maskedName} asks to handle ${CASE_EN} again.`,
        "Reason: {reason}.",
        "Complete it by {dueDayEn}.",
      ],
    },
    action: "board",
    wechat: task("要求重办"),
  },
} as const satisfies Record<string, NoticeTemplate>;
