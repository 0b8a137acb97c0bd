import { defineTexts } from "../../i18n/texts";

/** Words of setting up the rating device, at the desk. */
export const deviceTexts = defineTexts(
  {
    title: (number: number) => `${number} 号窗口的评价器`,
    how: "评价器是柜台上给办事人用的平板或手机，不登录任何人的账号。",
    address: "在那台设备的浏览器里打开本平台的登录页，点“把这台设备用作柜台评价器”，再输入这里生成的配对码。",
    issue: "生成配对码",
    issueAgain: "换一台，生成配对码",
    busy: "正在处理…",
    codeUntil: (time: string) => `配对码，${time} 前有效，只能用一次`,
    pairedNow: "现在这个窗口已有评价器；新的配对上，旧的就停用。",
    unpair: "停用评价器",
  },
  {
    title: (number) => `Rating device of window ${number}`,
    how: "A tablet or phone on the counter for the person served. Nobody is signed in on it.",
    address:
      "Open the sign-in page of this platform in its browser, choose “Use this device as a rating device” and type the code made here.",
    issue: "Make a pairing code",
    issueAgain: "Another device: make a code",
    busy: "Working…",
    codeUntil: (time) => `Pairing code, valid once until ${time}`,
    pairedNow: "This window has a device; a new one puts it out of use.",
    unpair: "Put the device out of use",
  },
);
