import type { ApiCall } from "../api";
import { WxFailure } from "../api";
import type { Device } from "./device";
import type { WxPart } from "./part";
import { acknowledged } from "./part";

export type ConsentChoice = "accept" | "reject";

interface AccountParts {
  sandboxUrl: string;
  /** The sandbox's id of the WeChat user who holds the phone. */
  persona: string;
  device: Device;
}

/** WeChat shows at most this many templates in one question. */
const MAX_TEMPLATES = 5;
const NOT_TAPPED = "can only be invoked by user TAP gesture.";

/** The WeChat user: login, consent, payment, privacy, calls and codes. The sandbox plays WeChat's servers. */
export class Account {
  /** What the person answers when asked for subscription messages, by template id or for all. */
  consent: ConsentChoice | ((templateId: string) => ConsentChoice) = "accept";
  /** Whether the person pays or closes the cashier. */
  payment: "pay" | "cancel" = "pay";
  /** Template ids of every question that was shown. */
  readonly consentQuestions: string[][] = [];
  readonly phoneCalls: string[] = [];
  private readonly scans: string[] = [];

  constructor(private readonly parts: AccountParts) {}

  /** What the camera reads next; nothing prepared means the person closes the camera. */
  scanNext(result: string): void {
    this.scans.push(result);
  }

  part(): WxPart {
    return {
      asyncApis: {
        ...acknowledged("checkSession", "authorize", "requirePrivacyAuthorize", "openPrivacyContract"),
        login: () => this.login(),
        requestSubscribeMessage: (options: { tmplIds?: string[] }, call: ApiCall) =>
          this.askConsent(options.tmplIds ?? [], call),
        requestPayment: (options: Record<string, unknown>) => this.pay(options),
        getSetting: (options: { withSubscriptions?: boolean }) => this.settings(options),
        openSetting: () => ({ authSetting: {} }),
        getPrivacySetting: () => ({ needAuthorization: false, privacyContractName: "《用户隐私保护指引》" }),
        makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) => void this.phoneCalls.push(phoneNumber),
        scanCode: () => this.scan(),
      },
    };
  }

  private async login(): Promise<object> {
    const { code } = (await this.askSandbox("login-code", {})) as { code: string };
    return { code };
  }

  private async askConsent(templateIds: string[], call: ApiCall): Promise<object> {
    if (!call.withinTap) throw new WxFailure(NOT_TAPPED);
    if (templateIds.length === 0) throw new WxFailure("TmplIds can't be empty", { errCode: 10001 });
    if (templateIds.length > MAX_TEMPLATES)
      throw new WxFailure("Templates count out of max bounds", { errCode: 20003 });
    this.consentQuestions.push([...templateIds]);
    const { consent } = this;
    const choices = templateIds.map(
      (id) => [id, typeof consent === "function" ? consent(id) : consent] as const,
    );
    const results: object[] = [];
    for (const choice of ["accept", "reject"] as const) {
      const chosen = choices.filter(([, made]) => made === choice).map(([id]) => id);
      if (chosen.length > 0)
        results.push((await this.askSandbox("consent", { templateIds: chosen, choice })) as object);
    }
    return Object.assign({}, ...results) as object;
  }

  /** What a `getphonenumber` event carries after the person agreed. */
  async phoneNumber(): Promise<{ errMsg: string; code: string }> {
    const { code } = (await this.askSandbox("phone-code", {})) as { code: string };
    return { errMsg: "getPhoneNumber:ok", code };
  }

  private async settings({ withSubscriptions = false }: { withSubscriptions?: boolean }): Promise<object> {
    if (!withSubscriptions) return { authSetting: {} };
    const { subscriptionsSetting } = (await this.askSandbox("settings", undefined)) as {
      subscriptionsSetting: object;
    };
    return { authSetting: {}, subscriptionsSetting };
  }

  private async pay(options: Record<string, unknown>): Promise<void> {
    if (this.payment === "cancel") throw new WxFailure("cancel");
    const { timeStamp, nonceStr, package: prepay, signType, paySign } = options;
    await this.askSandbox("pay", { timeStamp, nonceStr, package: prepay, signType, paySign });
  }

  private scan(): object {
    const result = this.scans.shift();
    if (result === undefined) throw new WxFailure("cancel");
    return { result, scanType: "QR_CODE", charSet: "UTF-8", rawData: Buffer.from(result).toString("base64") };
  }

  /** Asks the sandbox as WeChat's app asks its servers; without a body it only reads. */
  private async askSandbox(path: string, body: object | undefined): Promise<unknown> {
    if (this.parts.device.networkType === "none") throw new WxFailure("network error", { errno: 600001 });
    const answer = await fetch(`${this.parts.sandboxUrl}/personas/${this.parts.persona}/${path}`, {
      method: body ? "POST" : "GET",
      headers: { "content-type": "application/json" },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    const read = (text === "" ? {} : JSON.parse(text)) as { errMsg?: string; errCode?: number };
    if (!answer.ok)
      throw new WxFailure(read.errMsg?.replace(/^\w+:fail /, "") ?? `${path}: ${answer.status} ${text}`, {
        errCode: read.errCode,
      });
    return read;
  }
}
