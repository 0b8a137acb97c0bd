import type { Person } from "./backends/backend";
import type { LogicLayer } from "./logic/logicLayer";
import type { Target } from "./protocol";

/** A selector, a target, or a question about the test's own world. */
export type Condition = string | Target | (() => boolean | Promise<boolean>);

interface Parts {
  logic: LogicLayer;
  person: Person;
  /** Whether a fault of the mini-program stops whoever waits. */
  strict: boolean;
  waitMs: number;
}

const SETTLE_MS = 15_000;
const POLL_MS = 25;

/** Watches the running mini-program: waits for rest, for what is to appear, and stops at the first fault. */
export class Attention {
  constructor(private readonly parts: Parts) {}

  /** Waits until requests, short timers and drawing have come to rest. */
  async settle(): Promise<void> {
    await this.parts.logic.busy.settle(SETTLE_MS);
    this.refuseFaults();
  }

  /** Waits until one of the conditions holds. Rejects after `limitMs`, naming `label` and the page. */
  async until(conditions: Condition[], label: string, limitMs = this.parts.waitMs): Promise<void> {
    const end = Date.now() + limitMs;
    for (;;) {
      this.refuseFaults();
      for (const condition of conditions) if (await this.holds(condition)) return;
      if (Date.now() > end)
        throw new Error(`${label} did not appear within ${limitMs} ms on ${await this.page()}`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  /** Throws when the mini-program has met a fault. */
  refuseFaults(): void {
    if (!this.parts.strict) return;
    const found = this.parts.logic.faults.all().map((error) => error.stack ?? error.message);
    if (found.length > 0) throw new Error(`the mini-program is not clean:\n${found.join("\n")}`);
  }

  private async holds(condition: Condition): Promise<boolean> {
    if (typeof condition === "function") return condition();
    const target = typeof condition === "string" ? { selector: condition } : condition;
    return (await this.parts.person.count(target)) > (target.nth ?? 0);
  }

  private async page(): Promise<string> {
    const text = await this.parts.person.textOf({});
    return `${this.parts.logic.navigation.top.route}, which reads: ${text.slice(0, 600)}`;
  }
}
