import type { Persona } from "../personas";
import type { Sandbox } from "../sandbox";
import { accountPanel } from "./accountPanel";
import { consentList } from "./consentList";
import { faultForm, faultPanel } from "./faultPanel";
import type { Markup } from "./markup";
import { html, Markup as Safe, nothing } from "./markup";
import { noticeList } from "./noticeList";
import { pageScript } from "./pageScript";
import { pageStyle } from "./pageStyle";
import { personaList } from "./personaList";

/** Address of the product's web app, or nothing when it is unknown or no web address. */
function productLink(product: string | undefined): Markup {
  if (!product || !/^https?:\/\//.test(product)) return nothing;
  return html`<a class="product" href="${product}">打开产品网页</a>`;
}

function pageBody(sandbox: Sandbox, persona: Persona, product: string | undefined): Markup {
  const [name = "", description = ""] = persona.label.split(" · ");
  return html`<header class="top">
      <div>
        <h1>微信沙盒</h1>
        <p>扮演微信用户，试用人才一站办</p>
      </div>
      ${productLink(product)}
    </header>
    <main>
      <nav id="personas" data-live aria-label="微信用户">${personaList(sandbox, persona, product)}</nav>
      <section class="phone" aria-label="${name}的服务通知">
        <header><b>服务通知</b><small>${name}${description ? ` · ${description}` : ""}</small></header>
        <div id="notices" class="notices" data-live aria-live="polite">${noticeList(sandbox, persona)}</div>
      </section>
      <div class="side">
        <section class="panel">
          <h2>订阅授权</h2>
          <div id="consents" data-live>${consentList(sandbox, persona)}</div>
        </section>
        <section class="panel">
          <h2>故障</h2>
          <div id="faults" data-live>${faultPanel(sandbox)}</div>
          ${faultForm()}
        </section>
        <section class="panel">
          <h2>账号</h2>
          <div id="account" data-live>${accountPanel(sandbox)}</div>
        </section>
      </div>
    </main>
    <p class="toast" role="alert" data-toast hidden></p>`;
}

/** The page of being a WeChat user: personas, the chosen one's notices and consents, faults, account. */
export function renderPage(sandbox: Sandbox, persona: Persona, product: string | undefined): string {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>微信沙盒 · ${persona.label}</title>
        <link rel="icon" href="data:," />
        <style>
          ${new Safe(pageStyle)}
        </style>
      </head>
      <body data-persona="${persona.id}">
        ${pageBody(sandbox, persona, product)}
        <script>
          ${new Safe(pageScript)};
        </script>
      </body>
    </html>`.text;
}
