/** One subscription message as WeChat takes it. */
export interface SubscribeMessage {
  openid: string;
  templateId: string;
  /** A page of the mini-program with its query, without a leading slash. */
  page?: string | undefined;
  data: Record<string, { value: string }>;
}

/** WeChat's server API as far as the product uses it. Every method may throw `WechatError`. */
export interface WechatClient {
  /** Exchanges a login code; the session key never leaves the server and is not kept. */
  signIn(code: string): Promise<{ openid: string; unionid: string | undefined }>;
  phoneNumber(code: string, openid: string): Promise<{ phone: string; countryCode: string }>;
  /** @returns WeChat's message id as text: it is larger than a JavaScript number holds */
  sendSubscribeMessage(message: SubscribeMessage): Promise<{ msgid: string | undefined }>;
  /** Content check of text that others will see. */
  checkText(input: {
    openid: string;
    text: string;
    scene: 1 | 2 | 3 | 4;
  }): Promise<"pass" | "review" | "risky">;
  /** A mini-program code as an image. */
  miniProgramCode(input: { scene: string; page: string }): Promise<Buffer>;
}
