import type { Persona } from "../personas";
import type { Sandbox } from "../sandbox";
import type { Consent } from "../subscribe/ledger";
import type { Template } from "../templates";
import { templateById } from "../templates";
import { ControlError, textList } from "./controlBody";

/** `subscriptionsSetting` as `wx.getSetting` gives it, and beside it the ledger that WeChat shows to nobody. */
export function settingsOf(sandbox: Sandbox, persona: Persona) {
  const consents = sandbox.ledger.of(persona.openid);
  const itemSettings: Record<string, string> = {};
  for (const [id, consent] of Object.entries(consents)) if (consent.kept) itemSettings[id] = consent.choice;
  const ledger = Object.entries(consents).map(([templateId, consent]: [string, Consent]) => ({
    templateId,
    ...consent,
  }));
  return {
    subscriptionsSetting: { mainSwitch: sandbox.ledger.mainSwitch(persona.openid), itemSettings },
    ledger,
  };
}

function templatesOf(ids: string[]): Template[] {
  return ids.map((id) => {
    const template = templateById(id);
    if (!template) throw new ControlError(400, `templateIds: unknown template ${id}`);
    return template;
  });
}

/**
 * The settings page: `{mainSwitch?, templateIds?, choice?}`. WeChat pushes a change event for refusals only.
 * @throws ControlError 400
 */
export function changeSettings(sandbox: Sandbox, persona: Persona, body: Record<string, unknown>): void {
  const changed = templatesOf(textList(body.templateIds, "templateIds"));
  const { choice, mainSwitch } = body;
  if (changed.length > 0 && choice !== "accept" && choice !== "reject") {
    throw new ControlError(400, "choice: accept or reject is needed");
  }
  if (typeof mainSwitch === "boolean") sandbox.ledger.setMainSwitch(persona.openid, mainSwitch);
  for (const template of changed) {
    sandbox.ledger.change(persona.openid, template, choice === "accept" ? "accept" : "reject");
  }
  sandbox.state.touch();
  if (changed.length === 0 || choice !== "reject") return;
  sandbox.pusher.push({
    name: "subscribe_msg_change_event",
    openid: persona.openid,
    createTime: Math.floor(sandbox.clock.now() / 1000),
    list: changed.map(({ id }) => ({ TemplateId: id, SubscribeStatusString: "reject" })),
  });
}
