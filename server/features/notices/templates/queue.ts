import type { NoticeTemplate } from "./form";

/** Titles in the account's console. */
export const QUEUE = "排队叫号通知";
export const APPOINTMENT = "预约提醒通知";

function queue(hint: string): NoticeTemplate["wechat"] {
  return {
    title: QUEUE,
    keywords: {
      character_string1: "{number}",
      thing2: "{itemName}",
      thing3: "{hall}",
      time4: "{atTime}",
      thing5: hint,
    },
  };
}

function appointment(hint: string): NoticeTemplate["wechat"] {
  return {
    title: APPOINTMENT,
    keywords: {
      character_string1: "{number}",
      thing2: "{itemName}",
      thing3: "{hall}",
      time4: "{visitTime}",
      thing5: hint,
    },
  };
}

/** Texts about queue tickets and appointments. */
export const QUEUE_TEMPLATES = {
  ticketCalled: {
    title: "请到窗口",
    text: ["请 {number} 号到 {window} 号窗口。", "{hall}，{itemName}。"],
    en: {
      title: "Please come to the window",
      text: ["Number {number}: please go to window {window}.", "{hall}, {itemNameEn}."],
    },
    action: "ticket",
    wechat: queue("请到 {window} 号窗口"),
  },
  ticketSoon: {
    title: "快到您了",
    text: ["{number} 号前面还有 {ahead} 位。", "请回到{hall}等候叫号。"],
    en: {
      title: "Your turn is near",
      text: ["{ahead} before your number {number}.", "Please come back to {hall}."],
    },
    action: "ticket",
    wechat: queue("前面还有 {ahead} 位，请回到大厅"),
  },
  appointmentBooked: {
    title: "预约成功",
    text: ["已约好{visitDay} {visitFrom}，{hall}，{itemName}。", "到大厅后点签到取号，不用排队。"],
    en: {
      title: "Appointment made",
      text: ["{visitDayEn} {visitFrom}, {hall}, {itemNameEn}.", "Check in when you are in the hall."],
    },
    action: "appointment",
    wechat: appointment("到大厅后点签到取号"),
  },
  appointmentReminder: {
    title: "预约提醒",
    text: ["您约了{visitDay} {visitFrom}，{hall}，{itemName}。", "来不了可以改时间或取消。"],
    en: {
      title: "Appointment reminder",
      text: [
        "Your appointment: {visitDayEn} {visitFrom}, {hall}, {itemNameEn}.",
        "Change or cancel it if you cannot come.",
      ],
    },
    action: "appointment",
    wechat: appointment("来不了可以改时间或取消"),
  },
  appointmentCancelled: {
    title: "预约已取消",
    text: ["{visitDay} {visitFrom} 的预约（{itemName}）已被大厅取消。", "原因：{reason}。"],
    en: {
      title: "Appointment cancelled",
      text: ["The hall has cancelled your appointment {visitDayEn} {visitFrom}.", "Reason: {reason}."],
    },
    action: "appointment",
    wechat: appointment("已取消：{reason}"),
  },
} as const satisfies Record<string, NoticeTemplate>;
