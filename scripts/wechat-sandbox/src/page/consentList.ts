import type { Persona } from "../personas";
import type { Sandbox } from "../sandbox";
import type { Consent } from "../subscribe/ledger";
import type { Template } from "../templates";
import { templates } from "../templates";
import type { Markup } from "./markup";
import { html } from "./markup";

function stateOf(template: Template, consent: Consent | undefined): { text: string; tone: string } {
  if (!consent) return { text: "未询问", tone: "none" };
  if (template.kind === "long-term") {
    return consent.choice === "accept" ? { text: "已允许", tone: "yes" } : { text: "已拒绝", tone: "no" };
  }
  if (consent.remaining > 0) return { text: `可收 ${consent.remaining} 条`, tone: "yes" };
  return consent.choice === "reject" ? { text: "已拒绝", tone: "no" } : { text: "已用完", tone: "none" };
}

function consentRow(template: Template, consent: Consent | undefined): Markup {
  const { text, tone } = stateOf(template, consent);
  const action = (choice: string) => html`data-consent="${choice}" data-template="${template.id}"`;
  return html`<li>
    <span class="what"
      ><b>${template.title}</b>
      <small>${template.kind === "long-term" ? "长期订阅" : "一次性订阅"}</small></span
    >
    <span class="state ${tone}">${text}</span>
    <span class="acts"
      ><button type="button" ${action("accept")} aria-label="允许${template.title}">允许</button>
      <button type="button" class="quiet" ${action("reject")} aria-label="拒绝${template.title}">
        拒绝
      </button></span
    >
  </li>`;
}

/** What the person has allowed, with the pop-up's two answers beside each template. */
export function consentList(sandbox: Sandbox, persona: Persona): Markup {
  const consents = sandbox.ledger.of(persona.openid);
  const rows = templates.map((template) => consentRow(template, consents[template.id]));
  const on = sandbox.ledger.mainSwitch(persona.openid);
  return html`<label class="switch"
      ><span><b>接收订阅消息</b><small>关闭后所有模板都收不到</small></span>
      <input type="checkbox" role="switch" data-main-switch ${on ? html`checked` : html``}
    /></label>
    <ul class="consents">
      ${rows}
    </ul>`;
}
