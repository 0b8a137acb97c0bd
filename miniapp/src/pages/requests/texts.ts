import { defineTexts } from "../../i18n/texts";

export const requestsTexts = defineTexts(
  {
    title: "办件",
    filter: "办件状态",
    states: { open: "在办", draft: "草稿", closed: "已结束", all: "全部" },
    none: {
      open: "现在没有在办的申请",
      draft: "没有草稿",
      closed: "还没有办完的申请",
      all: "还没有申请过服务",
    },
    noneHint: "申请后，从提交到办结都在这里看",
    find: "看看能办什么",
    signInWhy: "登录后看您的申请办到哪一步。",
  },
  {
    title: "Requests",
    filter: "State",
    states: { open: "In hand", draft: "Drafts", closed: "Ended", all: "All" },
    none: {
      open: "Nothing is in hand now",
      draft: "No drafts",
      closed: "Nothing has ended yet",
      all: "No requests yet",
    },
    noneHint: "From handing in to the result, everything stands here",
    find: "See what you can ask for",
    signInWhy: "Sign in to see how far your requests are.",
  },
);
