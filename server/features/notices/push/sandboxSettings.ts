import { request } from "undici";
import type { Platform } from "../../../platform/platform";

/**
 * While trying out, tells the sandbox where to push its events: what an operator enters on the 消息推送 page of
 * WeChat's console. A sandbox that refuses is only worth a line in the log.
 */
export async function pointSandboxHere({ config, log }: Platform, port: number): Promise<void> {
  const { push } = config.wechat;
  if (config.sandboxUrl === undefined || push === undefined) return;
  const settings = {
    url: `http://127.0.0.1:${port}/api/wechat/push`,
    token: push.token,
    aesKey: push.aesKey,
    mode: push.aesKey === undefined ? "plain" : "safe",
    format: "json",
  };
  try {
    const { statusCode, body } = await request(`${config.sandboxUrl}/push`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(settings),
    });
    await body.dump();
    if (statusCode !== 200) log.warn({ statusCode }, "the sandbox does not take the push address");
  } catch (error) {
    log.warn({ err: error }, "the sandbox does not take the push address");
  }
}
