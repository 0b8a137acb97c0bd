import type { Persona } from "../personas";
import type { Sandbox } from "../sandbox";
import type { Markup } from "./markup";
import { html, nothing } from "./markup";

const GROUPS: { title: string; roles: string[] }[] = [
  { title: "人才", roles: ["talent"] },
  { title: "服务专员", roles: ["municipalSpecialist", "districtSpecialist"] },
  { title: "办理机构联络员", roles: ["departmentLiaison"] },
  { title: "用人单位与管理", roles: ["employerLiaison", "administrator", "auditor"] },
  { title: "未登记", roles: [] },
];

/** Load-test users would drown the others; they have no place on the page. */
const SHOWN = 60;

function belongs(persona: Persona, roles: string[]): boolean {
  return roles.length === 0 ? persona.roles.length === 0 : persona.roles.some((role) => roles.includes(role));
}

function personaLink(
  sandbox: Sandbox,
  persona: Persona,
  chosen: Persona,
  product: string | undefined,
): Markup {
  const [name = persona.label, description = ""] = persona.label.split(" · ");
  const query = new URLSearchParams({ persona: persona.id, ...(product ? { product } : {}) });
  const count = sandbox.inbox.of(persona.openid).length;
  const current = persona === chosen ? html`aria-current="page"` : nothing;
  return html`<a class="persona" href="?${query.toString()}" ${current}>
    <span class="avatar" aria-hidden="true">${name.slice(0, 1)}</span>
    <span class="who"><b>${name}</b><small>${description}</small></span>
    ${count > 0 ? html`<span class="count" aria-label="${count} 条通知">${count}</span>` : nothing}
  </a>`;
}

/** Whom one can be, grouped by what the product makes of them. */
export function personaList(sandbox: Sandbox, chosen: Persona, product: string | undefined): Markup {
  const shown = sandbox.personas.all.slice(0, SHOWN);
  return html`${GROUPS.map(({ title, roles }) => {
    const members = shown.filter((persona) => belongs(persona, roles));
    if (members.length === 0) return nothing;
    const links = members.map((persona) => personaLink(sandbox, persona, chosen, product));
    return html`<section class="group">
      <h2>${title}</h2>
      <div class="members">${links}</div>
    </section>`;
  })}`;
}
