import { defineTexts } from "../../../i18n/texts";

export const inboxTexts = defineTexts(
  {
    title: "消息",
    signInWhy: "登录后看办理进度的消息。",
    none: "还没有消息",
    noneHint: "受理、补材料、办结都会在这里告诉您，不开微信通知也有",
    markAll: "全部标为已读",
    marked: "已全部标为已读",
    actions: {
      supplement: "去补材料",
      rate: "去评价",
      view: "看进度",
      board: "打开看板",
      ticket: "看排队号",
      appointment: "看预约",
      handover: "看交接清单",
      posts: "看岗位与缺席",
      complaint: "去处理",
      cycle: "去处理",
    },
  },
  {
    title: "Messages",
    signInWhy: "Sign in to read messages about your requests.",
    none: "No messages yet",
    noneHint: "Acceptance, missing materials and results are told here, with or without WeChat notices",
    markAll: "Mark all as read",
    marked: "All marked as read",
    actions: {
      supplement: "Send materials",
      rate: "Rate",
      view: "See the progress",
      board: "Open the board",
      ticket: "See my number",
      appointment: "See my appointment",
      handover: "Read the list",
      posts: "See the posts",
      complaint: "See to it",
      cycle: "See to it",
    },
  },
);
