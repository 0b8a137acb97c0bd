import type Router from "@koa/router";
import type { Sandbox } from "../sandbox";
import type { Persona } from "../personas";
import type { Choice } from "../subscribe/ledger";
import { answerPopup, PopupError } from "../subscribe/popup";
import { templates } from "../templates";
import { ControlError, readControlBody, textList } from "./controlBody";
import { changeSettings, settingsOf } from "./settings";

function personaOf(sandbox: Sandbox, id: string | undefined): Persona {
  const persona = id === undefined ? undefined : sandbox.personas.byId(id);
  if (!persona) throw new ControlError(404, "no such persona");
  return persona;
}

function choiceOf(value: unknown): Choice {
  if (value === "accept" || value === "reject") return value;
  throw new ControlError(400, "choice: accept or reject is needed");
}

/** The pop-up as the person answers it: ledger, then the popup event with one entry per template. */
function answer(sandbox: Sandbox, persona: Persona, body: Record<string, unknown>) {
  const choice = choiceOf(body.choice);
  const ids = textList(body.templateIds, "templateIds");
  const { result, asked } = answerPopup(sandbox.ledger, persona.openid, ids, choice, body.keep === true);
  sandbox.personas.visit(persona.openid);
  sandbox.state.touch();
  sandbox.pusher.push({
    name: "subscribe_msg_popup_event",
    openid: persona.openid,
    createTime: Math.floor(sandbox.clock.now() / 1000),
    list: asked.map(({ id }) => ({ TemplateId: id, SubscribeStatusString: choice, PopupScene: "0" })),
  });
  return result;
}

/** Being a WeChat user: codes of `wx.login` and the phone button, the pop-up, the settings page, notices. */
export function addPersonaRoutes(router: Router, sandbox: Sandbox): void {
  router.get("/personas", (ctx) => {
    ctx.body = sandbox.personas.all.map(({ id, label, roles, openid }) => ({ id, label, roles, openid }));
  });
  router.get("/templates", (ctx) => {
    ctx.body = templates;
  });
  router.post("/personas/:id/login-code", (ctx) => {
    const { openid } = personaOf(sandbox, ctx.params.id);
    sandbox.personas.visit(openid);
    ctx.body = { code: sandbox.loginCodes.issue(openid) };
  });
  router.post("/personas/:id/phone-code", (ctx) => {
    ctx.body = { code: sandbox.phoneCodes.issue(personaOf(sandbox, ctx.params.id).openid) };
  });
  router.get("/personas/:id/messages", (ctx) => {
    ctx.body = sandbox.inbox.of(personaOf(sandbox, ctx.params.id).openid);
  });
  router.post("/personas/:id/consent", async (ctx) => {
    const persona = personaOf(sandbox, ctx.params.id);
    const body = await readControlBody(ctx);
    try {
      ctx.body = answer(sandbox, persona, body);
    } catch (error) {
      if (!(error instanceof PopupError)) throw error;
      ctx.status = 400;
      ctx.body = { errMsg: error.message, errCode: error.errCode };
    }
  });
  router.get("/personas/:id/settings", (ctx) => {
    ctx.body = settingsOf(sandbox, personaOf(sandbox, ctx.params.id));
  });
  router.post("/personas/:id/settings", async (ctx) => {
    const persona = personaOf(sandbox, ctx.params.id);
    changeSettings(sandbox, persona, await readControlBody(ctx));
    ctx.body = settingsOf(sandbox, persona);
  });
}
