import { newIdempotencyKey } from "../api/idempotencyKey";
import { storage } from "./storage";
import { NetworkError, type ConsentAnswers } from "./types";

const PERSONA_KEY = "persona";

/** Answers the JSON of a try-out route. */
async function post(path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(`/api/try-out${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": newIdempotencyKey() },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new NetworkError(path);
  });
  if (!answer.ok) throw new NetworkError(`${path} answered ${answer.status}`);
  return answer.status === 204 ? undefined : await answer.json();
}

/** A login code of this persona, which the server gets from the sandbox. */
export async function requestSandboxCode(personaId: string): Promise<string> {
  const { code } = (await post(`/personas/${personaId}/login-code`, {})) as { code: string };
  storage.write(PERSONA_KEY, personaId);
  return code;
}

/** Stands in for WeChat's pop-up: the person behind the browser agrees to every template asked for. */
export async function sendSandboxConsent(templateIds: string[]): Promise<ConsentAnswers> {
  const personaId = storage.read<string>(PERSONA_KEY);
  if (personaId === undefined || templateIds.length === 0) return {};
  try {
    await post(`/personas/${personaId}/consent`, { templateIds, choice: "accept" });
    return Object.fromEntries(templateIds.map((id) => [id, "accept" as const]));
  } catch {
    return {};
  }
}
