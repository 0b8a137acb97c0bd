import { storage } from "./storage";
import { NetworkError, type ConsentAnswers } from "./types";

/** Somebody one can be while trying the product out in the browser. */
export interface Persona {
  id: string;
  label: string;
  roles: string[];
}

const PERSONA_KEY = "persona";

async function send<T>(method: "GET" | "POST", path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`/api/try-out${path}`, {
    method,
    headers: body === undefined ? {} : { "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new NetworkError(path);
  });
  if (!answer.ok) throw new NetworkError(`${path} answered ${answer.status}`);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}

/** Everybody one can be; rejects where the server is not being tried out. */
export async function listPersonas(): Promise<Persona[]> {
  const answer = await send<{ personas: Persona[] } | Persona[]>("GET", "/personas");
  return Array.isArray(answer) ? answer : answer.personas;
}

export async function requestSandboxCode(personaId: string): Promise<string> {
  const { code } = await send<{ code: string }>("POST", `/personas/${personaId}/login-code`, {});
  storage.write(PERSONA_KEY, personaId);
  return code;
}

/** Stands in for WeChat's pop-up: the person behind the browser agrees to every template asked for. */
export async function sendSandboxConsent(templateIds: string[]): Promise<ConsentAnswers> {
  const personaId = storage.read<string>(PERSONA_KEY);
  if (personaId === undefined || templateIds.length === 0) return {};
  try {
    await send("POST", `/personas/${personaId}/consent`, { templateIds, choice: "accept" });
    return Object.fromEntries(templateIds.map((id) => [id, "accept" as const]));
  } catch {
    return {};
  }
}
