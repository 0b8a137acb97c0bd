import type { NoticeAction } from "../model";

/** How one kind of notice reads. `{name}` stands for a value; a sentence with a missing value is left out. */
export interface NoticeTemplate {
  title: string;
  /** Sentences of the inbox text. */
  text: readonly string[];
  /** The same for whoever reads English. WeChat's own messages are Chinese. */
  en: { title: string; text: readonly string[] };
  action: NoticeAction;
  /** The WeChat template by its title in the account's console, and what goes into its keywords. */
  wechat: { title: string; keywords: Readonly<Record<string, string>> };
}

export const PROGRESS = "办理进度通知";
export const TASK = "待办任务通知";
const REFUSAL = "申请退回通知";

/** Keywords of the progress message. `phrase3` takes at most five Chinese characters. */
export function progress(phrase: string, office = "{office}"): NoticeTemplate["wechat"] {
  return {
    title: PROGRESS,
    keywords: {
      character_string1: "{number}",
      thing2: "{itemName}",
      phrase3: phrase,
      time4: "{atTime}",
      thing5: office,
    },
  };
}

export function task(phrase: string): NoticeTemplate["wechat"] {
  return {
    title: TASK,
    keywords: {
      character_string1: "{number}",
      thing2: "{itemName}",
      phrase3: phrase,
      time4: "{atTime}",
      thing5: "{maskedName}",
    },
  };
}

export function refusal(phrase: string): NoticeTemplate["wechat"] {
  return {
    title: REFUSAL,
    keywords: {
      character_string1: "{number}",
      thing2: "{itemName}",
      phrase3: phrase,
      thing4: "{reason}",
      time5: "{atTime}",
    },
  };
}

export const CASE = "{itemName}（{number}）";
export const CASE_EN = "{itemNameEn} ({number})";
