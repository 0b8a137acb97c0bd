import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

interface Answer {
  status: number;
  body: unknown;
}

/** Somebody signed in who repeats a command with the same key until it is answered. */
export interface Person {
  id: string;
  token: string;
}

async function once(
  baseUrl: string,
  token: string,
  method: string,
  path: string,
  body: unknown,
  key: string,
): Promise<Answer> {
  const answer = await fetch(`${baseUrl}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(method === "GET" ? {} : { "content-type": "application/json", "idempotency-key": key }),
    },
    ...(method === "GET" ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(5_000),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === "" ? undefined : (JSON.parse(text) as unknown) };
}

/**
 * Sends one command until it is answered for good, as the app does: nothing heard, a failure of the server or a
 * failing gateway in front of it say nothing about what happened, so the same key goes out again.
 * @returns the answer, or null when `stillTrying` says that it is time to give up
 */
export async function insist(
  baseUrl: string,
  person: Person,
  call: { method: "GET" | "POST"; path: string; body?: unknown },
  stillTrying: () => boolean,
): Promise<Answer | null> {
  const key = randomUUID();
  while (stillTrying()) {
    try {
      const answer = await once(baseUrl, person.token, call.method, call.path, call.body, key);
      if (answer.status < 500 && answer.status !== 429) return answer;
    } catch {
      // Not answered: the part was just killed.
    }
    await sleep(100);
  }
  return null;
}

/** Signs in as a persona of the sandbox. */
export async function signIn(baseUrl: string, sandboxUrl: string, id: string): Promise<Person> {
  const code = await fetch(`${sandboxUrl}/personas/${id}/login-code`, { method: "POST" });
  const session = await fetch(`${baseUrl}/api/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(await code.json()),
  });
  if (!session.ok) throw new Error(`${id} cannot sign in: ${session.status} ${await session.text()}`);
  const { token } = (await session.json()) as { token: string };
  return { id, token };
}

/** Allows a long-term template, in WeChat and in the product's ledger, as a tap in the app does. */
export async function allow(
  baseUrl: string,
  sandboxUrl: string,
  person: Person,
  title: string,
): Promise<void> {
  const templates = (await (await fetch(`${sandboxUrl}/templates`)).json()) as {
    id: string;
    title: string;
  }[];
  const template = templates.find((known) => known.title === title);
  if (template === undefined) throw new Error(`the sandbox has no template ${title}`);
  await fetch(`${sandboxUrl}/personas/${person.id}/consent`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ templateIds: [template.id], choice: "accept" }),
  });
  const choices = { [template.id]: "accept" };
  await insist(baseUrl, person, { method: "POST", path: "/api/consents", body: { choices } }, () => true);
}
