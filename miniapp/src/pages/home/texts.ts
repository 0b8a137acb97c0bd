import { defineTexts } from "../../i18n/texts";

export const homeTexts = defineTexts(
  {
    title: "人才一站办",
    signInWhy: "登录后出示人才码、申请服务、看办理进度。不登录也能看全部服务指南。",
    running: "正在办理",
    allRequests: "全部办件",
    noRunning: "现在没有在办的申请",
    noRunningHint: "申请后，进度会显示在这里",
    findService: "看看能办什么",
    common: "常用服务",
    allServices: "全部服务",
    elderView: "长辈版",
    standardView: "标准版",
    toElder: "切换到长辈版",
    toStandard: "切换到标准版",
  },
  {
    title: "Talent One-Stop",
    signInWhy:
      "Sign in to show your code, ask for services and follow them. Every guide can be read without signing in.",
    running: "In hand",
    allRequests: "All requests",
    noRunning: "Nothing is in hand now",
    noRunningHint: "Once you ask for a service, its progress stands here",
    findService: "See what you can ask for",
    common: "Often used",
    allServices: "All services",
    elderView: "Senior",
    standardView: "Standard",
    toElder: "Switch to the senior view",
    toStandard: "Switch to the standard view",
  },
);
