import { request } from "undici";
import * as z from "zod/mini";
import { personaSchema } from "@talent/shared/contract/schemas/notices";
import { AppError, notFound } from "../../platform/errors";

const loginCodeSchema = z.object({ code: z.string() });

type Persona = z.output<typeof personaSchema>;

/** The try-out side of the WeChat sandbox, so that the browser needs one address only. */
export interface SandboxProxy {
  personas(): Promise<Persona[]>;
  loginCode(personaId: string): Promise<string>;
  answerPopup(personaId: string, answer: { templateIds: string[]; choice: string }): Promise<void>;
}

const unavailable = () => new AppError("wechat_unavailable", "the sandbox does not answer");

export function createSandboxProxy(sandboxUrl: string | undefined): SandboxProxy {
  async function call(method: "GET" | "POST", path: string, body?: unknown): Promise<unknown> {
    if (sandboxUrl === undefined) throw unavailable();
    const answer = await request(`${sandboxUrl}${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    }).catch(() => {
      throw unavailable();
    });
    const text = await answer.body.text();
    if (answer.statusCode === 404) throw notFound("persona");
    if (answer.statusCode >= 400)
      throw new AppError("invalid_input", "the sandbox refuses this", { sandbox: text.slice(0, 300) });
    return JSON.parse(text === "" ? "null" : text) as unknown;
  }
  return {
    personas: async () =>
      z
        .array(personaSchema)
        .parse(await call("GET", "/personas"))
        .map(({ id, label, roles }) => ({ id, label, roles })),
    loginCode: async (id) => loginCodeSchema.parse(await call("POST", `/personas/${id}/login-code`)).code,
    answerPopup: async (id, answer) => void (await call("POST", `/personas/${id}/consent`, answer)),
  };
}
