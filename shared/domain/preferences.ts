/** Languages of the screens, the first being the default. */
export const LANGUAGES = ["zh-CN", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Three steps of text size; `auto` follows WeChat's setting. */
export const TEXT_SIZES = ["auto", "standard", "large", "elder"] as const;
export type TextSize = (typeof TEXT_SIZES)[number];
