import type { Template } from "../templates";

/** A service notice (服务通知) as it stands in a person's WeChat. */
export interface ServiceNotice {
  /** The id that the send call answered, as a decimal string. */
  msgid: string;
  templateId: string;
  title: string;
  /** Business time, ISO 8601. */
  sentAt: string;
  /** Where a tap leads inside the mini-program, or null for a card without a jump. */
  page: string | null;
  miniprogramState: string;
  lang: string;
  data: Record<string, { value: string }>;
  /** The same values with their printed names, in the template's order. */
  values: { key: string; name: string; value: string }[];
}

/** Values of a notice in the order and under the names of its template. */
export function printedValues(template: Template, data: Record<string, { value: string }>) {
  return template.keywords.map(({ key, name }) => ({ key, name, value: data[key]?.value ?? "" }));
}

/** Notices that a state file keeps per person; older ones are only in memory. */
const KEPT_PER_PERSON = 100;

export interface Inbox {
  deliver(openid: string, notice: ServiceNotice): void;
  /** Oldest first. */
  of(openid: string): readonly ServiceNotice[];
  snapshot(): Record<string, ServiceNotice[]>;
}

export function createInbox(saved?: Record<string, ServiceNotice[]>): Inbox {
  const notices = new Map<string, ServiceNotice[]>(Object.entries(saved ?? {}));
  return {
    deliver: (openid, notice) => {
      const own = notices.get(openid);
      if (own) own.push(notice);
      else notices.set(openid, [notice]);
    },
    of: (openid) => notices.get(openid) ?? [],
    snapshot: () =>
      Object.fromEntries([...notices].map(([openid, own]) => [openid, own.slice(-KEPT_PER_PERSON)])),
  };
}
