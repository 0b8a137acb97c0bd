import type { Persona } from "../personas";
import type { Sandbox } from "../sandbox";
import type { ServiceNotice } from "../subscribe/inbox";
import { printedMoment } from "./dates";
import type { Markup } from "./markup";
import { html, nothing } from "./markup";

/** The newest notices; the rest are reached through `/personas/:id/messages`. */
const SHOWN = 50;

function noticeCard(notice: ServiceNotice): Markup {
  const rows = notice.values.map(
    ({ name, value }) =>
      html`<dt>${name}</dt>
        <dd>${value}</dd>`,
  );
  const jump =
    notice.page === null ? nothing : html`<p class="jump" title="${notice.page}">进入小程序查看</p>`;
  return html`<article class="notice">
    <p class="sender">
      <span class="logo" aria-hidden="true">办</span>人才一站办
      <time datetime="${notice.sentAt}">${printedMoment(Date.parse(notice.sentAt))}</time>
    </p>
    <h3>${notice.title}</h3>
    <dl>${rows}</dl>
    ${jump}
  </article>`;
}

/** The 服务通知 conversation of one person, newest first. */
export function noticeList(sandbox: Sandbox, persona: Persona): Markup {
  const notices = sandbox.inbox.of(persona.openid).slice(-SHOWN).reverse();
  if (notices.length > 0) return html`${notices.map(noticeCard)}`;
  return html`<div class="empty">
    <svg class="bell" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 3a6 6 0 0 0-6 6v4l-2 3h16l-2-3V9a6 6 0 0 0-6-6Zm-2 16a2 2 0 0 0 4 0" />
    </svg>
    <p>还没有收到服务通知</p>
    <small>在小程序里同意订阅，或在本页“订阅授权”中允许模板，产品发出的通知会出现在这里。</small>
  </div>`;
}
