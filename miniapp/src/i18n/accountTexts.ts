import { defineTexts } from "./texts";

/** Words around signing in and the link to a talent record. */
export const accountTexts = defineTexts(
  {
    notSignedIn: "还没有登录",
    signIn: "登录",
    notLinked: "还没有关联人才信息",
    notLinkedWhy: "关联后可以出示人才码、申请服务。需要证件号码和人才码。",
    link: "关联人才信息",
    workplace: "打开工作台",
    workplaceWhy: "您以工作人员身份登录。",
  },
  {
    notSignedIn: "You are not signed in",
    signIn: "Sign in",
    notLinked: "No talent record is linked yet",
    notLinkedWhy:
      "Link it to show your code and ask for services. You need your identity number and your talent code.",
    link: "Link my record",
    workplace: "Open my desk",
    workplaceWhy: "You are signed in as staff.",
  },
);
