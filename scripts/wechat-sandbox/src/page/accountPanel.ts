import type { Sandbox } from "../sandbox";
import { printedMoment } from "./dates";
import type { Markup } from "./markup";
import { html } from "./markup";

/** The account's console in short: appid, business time, where events are pushed. */
export function accountPanel(sandbox: Sandbox): Markup {
  const push = sandbox.pusher.settings();
  const target = push ? `${push.url}（${push.mode}，${push.format}）` : "尚未设置，事件不推送";
  return html`<dl class="account">
    <dt>AppID</dt>
    <dd><code>${sandbox.credentials.appid}</code></dd>
    <dt>业务时间</dt>
    <dd>${printedMoment(sandbox.clock.now())}</dd>
    <dt>事件推送</dt>
    <dd>${target}</dd>
  </dl>`;
}
