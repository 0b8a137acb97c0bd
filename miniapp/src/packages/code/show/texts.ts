import { defineTexts } from "../../../i18n/texts";

export const codeTexts = defineTexts(
  {
    title: "人才码",
    signInWhy: "登录后出示人才码。登录一次，以后没有网络也能打开。",
    alt: (code: string) => `人才码二维码，${code}`,
    category: (category: string) => `${category} 类人才`,
    until: (date: string) => `服务周期至 ${date}`,
    copy: "复制这串码",
    copied: "已复制",
    checked: (time: string) => `${time}核对过`,
    offline: "没有网络，显示的是上次核对的内容。办事照常，窗口会再核实。",
    privacy: "码里没有姓名和证件号码。每次核实都会记下，您在“谁看过我的信息”里能看到。",
    seconds: "圆环在走，说明是当场打开的",
    log: "谁看过我的信息",
    copyFailed: "没能复制。可以长按上面的码选中。",
  },
  {
    title: "Talent code",
    signInWhy: "Sign in to show your code. After that it opens without network.",
    alt: (code) => `QR of the talent code ${code}`,
    category: (category) => `Category ${category}`,
    until: (date) => `Cycle until ${date}`,
    copy: "Copy the code",
    copied: "Copied",
    checked: (time) => `Checked ${time}`,
    offline: "No network: this is what was checked last. It still serves; the desk verifies it again.",
    privacy:
      "The code holds no name and no identity number. Every check is listed under Who looked at my information.",
    seconds: "The moving ring shows that it was opened just now",
    log: "Who looked at my information",
    copyFailed: "It could not be copied. Press the code above to select it.",
  },
);
