import { WeChatError } from "../errors";
import type { Sandbox } from "../sandbox";
import type { Endpoint } from "./call";
import { ok, textField } from "./call";

/** `POST /wxa/business/getuserphonenumber`: the phone number behind a phone button's code. */
export function phoneEndpoints(sandbox: Sandbox): Endpoint[] {
  return [
    {
      method: "POST",
      path: "/wxa/business/getuserphonenumber",
      needsToken: true,
      handle: ({ body }) => {
        const openid = sandbox.phoneCodes.redeem(
          textField(body, "code"),
          textField(body, "openid") || undefined,
        );
        const persona = sandbox.personas.byOpenid(openid);
        if (!persona) throw new WeChatError(-1);
        const watermark = {
          timestamp: Math.floor(sandbox.clock.now() / 1000),
          appid: sandbox.credentials.appid,
        };
        const phone = {
          phoneNumber: persona.phone,
          purePhoneNumber: persona.phone,
          countryCode: "86",
          watermark,
        };
        return { kind: "json", body: { ...ok, phone_info: phone } };
      },
    },
  ];
}
