import type { Sandbox } from "../sandbox";
import type { Markup } from "./markup";
import { html } from "./markup";
import { SOURCE_FAULTS, SOURCES } from "../verification/sources";

const PATHS: { path: string; name: string }[] = [
  { path: "/cgi-bin/message/subscribe/send", name: "发送订阅消息" },
  { path: "/sns/jscode2session", name: "登录" },
  { path: "/cgi-bin/stable_token", name: "获取令牌" },
  { path: "/wxa/business/getuserphonenumber", name: "获取手机号" },
  { path: "/wxa/msg_sec_check", name: "内容检查" },
  { path: "/wxa/getwxacodeunlimit", name: "小程序码" },
  { path: "push", name: "事件推送" },
  ...SOURCES.map(({ path, name }) => ({ path, name: `核实：${name}` })),
];

const FAULTS: { fault: string; name: string }[] = [
  { fault: "-1", name: "系统繁忙（-1）" },
  { fault: "TIMEOUT", name: "不应答" },
  { fault: "ANSWER_LOST", name: "已生效但应答丢失" },
  { fault: "40001", name: "令牌失效（40001）" },
  { fault: "42001", name: "令牌过期（42001）" },
  { fault: "43101", name: "用户拒收（43101）" },
  { fault: "43108", name: "并发发送（43108）" },
  { fault: "45009", name: "超出日限额（45009）" },
  { fault: "45011", name: "超出分钟限额（45011）" },
  { fault: "45168", name: "含敏感词（45168）" },
  { fault: "BAD_SIGNATURE", name: "推送：签名错误" },
  { fault: "DUPLICATE", name: "推送：重复" },
  { fault: "LOST", name: "推送：丢失" },
  ...SOURCE_FAULTS,
];

function nameOfPath(path: string): string {
  return PATHS.find((known) => known.path === path)?.name ?? path;
}

function nameOfFault(fault: string): string {
  return FAULTS.find((known) => known.fault === fault)?.name ?? fault;
}

/** Faults that are switched on, and a form to switch on another. */
export function faultPanel(sandbox: Sandbox): Markup {
  const on = sandbox.faults.list().map(
    ({ path, fault, times }) =>
      html`<li>
        <span class="what"><b>${nameOfPath(path)}</b><small>${nameOfFault(fault)}</small></span>
        <span class="state no">还有 ${times} 次</span>
      </li>`,
  );
  if (on.length === 0) return html`<p class="calm">没有故障，一切正常。</p>`;
  return html`<ul class="faults">
      ${on}
    </ul>
    <button type="button" class="quiet wide" data-clear-faults>全部关闭</button>`;
}

export function faultForm(): Markup {
  const paths = PATHS.map(({ path, name }) => html`<option value="${path}">${name}</option>`);
  const faults = FAULTS.map(({ fault, name }) => html`<option value="${fault}">${name}</option>`);
  return html`<form data-fault-form>
    <label
      >接口<select name="path">
        ${paths}
      </select></label
    >
    <label
      >故障<select name="fault">
        ${faults}
      </select></label
    >
    <label>次数<input name="times" type="number" min="1" max="999" value="1" inputmode="numeric" /></label>
    <button type="submit" class="wide">打开故障</button>
    <p class="hint" role="alert" data-fault-hint></p>
  </form>`;
}
