import { until } from "./until";

/** A service notice as the WeChat user reads it. */
export interface ServiceNotice {
  title: string;
  page: string;
  values: { name: string; value: string }[];
}

async function read<T>(url: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(url, init);
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Service notices in the WeChat of this persona, in the order of their arrival. */
export function messagesOf(sandboxUrl: string, persona: string): Promise<ServiceNotice[]> {
  return read(`${sandboxUrl}/personas/${persona}/messages`);
}

/** Waits until the persona's WeChat holds a notice with this title, and answers it. */
export function messageWith(sandboxUrl: string, persona: string, title: string): Promise<ServiceNotice> {
  return until(async () =>
    (await messagesOf(sandboxUrl, persona)).find((message) => message.title === title),
  );
}

/** Titles of WeChat templates by id. */
export async function templateTitles(sandboxUrl: string): Promise<Map<string, string>> {
  const listed = await read<{ id: string; title: string }[]>(`${sandboxUrl}/templates`);
  return new Map(listed.map(({ id, title }) => [id, title]));
}

/** Answers the pop-up as the persona; WeChat pushes the event besides. */
export function answerConsent(
  sandboxUrl: string,
  persona: string,
  templateIds: readonly string[],
  choice: "accept" | "reject" = "accept",
): Promise<Record<string, string>> {
  return read(`${sandboxUrl}/personas/${persona}/consent`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ templateIds, choice }),
  });
}
