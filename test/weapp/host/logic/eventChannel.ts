type Listener = (...values: unknown[]) => void;

/** The channel between a page and the one it opened (`wx.navigateTo({ events })`). */
export class EventChannel {
  private readonly listeners = new Map<string, Listener[]>();

  constructor(
    events: Record<string, Listener> = {},
    private readonly run: (work: () => void) => void = (work) => work(),
  ) {
    for (const [name, listener] of Object.entries(events)) this.on(name, listener);
  }

  on(name: string, listener: Listener): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }

  once(name: string, listener: Listener): void {
    const once: Listener = (...values) => {
      this.off(name, once);
      listener(...values);
    };
    this.on(name, once);
  }

  off(name: string, listener?: Listener): void {
    const kept = listener ? (this.listeners.get(name) ?? []).filter((known) => known !== listener) : [];
    this.listeners.set(name, kept);
  }

  emit(name: string, ...values: unknown[]): void {
    for (const listener of this.listeners.get(name) ?? []) this.run(() => listener(...values));
  }
}
