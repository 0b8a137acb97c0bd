import type { Template } from "../templates";

export type Choice = "accept" | "reject";

/** What one person has allowed for one template. */
export interface Consent {
  /** One-time messages still allowed; a long-term template does not count. */
  remaining: number;
  /** The last answer in a pop-up or on the settings page. */
  choice: Choice;
  /** The person ticked 总是保持以上选择，不再询问. */
  kept: boolean;
}

export interface LedgerSnapshot {
  /** openid → template id → consent */
  consents: Record<string, Record<string, Consent>>;
  /** Persons who switched off all subscription messages. */
  silenced: string[];
}

/** Consents per (person, template), as WeChat keeps them and never shows them to a developer. */
export interface Ledger {
  answer(openid: string, template: Template, choice: Choice, kept: boolean): void;
  /** Refusal or renewed permission on the settings page; a refusal there takes the stored uses away. */
  change(openid: string, template: Template, choice: Choice): void;
  setMainSwitch(openid: string, on: boolean): void;
  mainSwitch(openid: string): boolean;
  /** Takes one use; false when there is none, or the person refused. */
  use(openid: string, template: Template): boolean;
  of(openid: string): Record<string, Consent>;
  snapshot(): LedgerSnapshot;
}

export function createLedger(saved?: LedgerSnapshot): Ledger {
  const consents = saved?.consents ?? {};
  const silenced = new Set(saved?.silenced ?? []);
  const consentOf = (openid: string, template: Template): Consent => {
    const own = (consents[openid] ??= {});
    return (own[template.id] ??= { remaining: 0, choice: "reject", kept: false });
  };
  return {
    answer: (openid, template, choice, kept) => {
      const consent = consentOf(openid, template);
      consent.choice = choice;
      consent.kept = kept;
      if (choice === "accept" && template.kind === "one-time") consent.remaining += 1;
    },
    change: (openid, template, choice) => {
      const consent = consentOf(openid, template);
      consent.choice = choice;
      if (choice === "reject") consent.remaining = 0;
    },
    setMainSwitch: (openid, on) => {
      if (on) silenced.delete(openid);
      else silenced.add(openid);
    },
    mainSwitch: (openid) => !silenced.has(openid),
    use: (openid, template) => {
      const consent = consents[openid]?.[template.id];
      if (!consent || silenced.has(openid)) return false;
      if (template.kind === "long-term") return consent.choice === "accept";
      if (consent.remaining === 0) return false;
      consent.remaining -= 1;
      return true;
    },
    of: (openid) => consents[openid] ?? {},
    snapshot: () => ({ consents, silenced: [...silenced] }),
  };
}
