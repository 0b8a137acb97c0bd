/** Knows what is still under way, so that a test can wait for quiet instead of for time. */
export class Busy {
  private readonly pending = new Map<symbol, string>();

  /** Counts `work` as under way until it settles. */
  async during<T>(label: string, work: Promise<T>): Promise<T> {
    const end = this.begin(label);
    try {
      return await work;
    } finally {
      end();
    }
  }

  begin(label: string): () => void {
    const key = Symbol(label);
    this.pending.set(key, label);
    return () => void this.pending.delete(key);
  }

  /** Resolves once nothing has been under way for three turns of the event loop. Throws after `limitMs`. */
  async settle(limitMs: number): Promise<void> {
    const end = Date.now() + limitMs;
    for (let quietTurns = 0; quietTurns < 3;) {
      quietTurns = this.pending.size === 0 ? quietTurns + 1 : 0;
      if (Date.now() > end)
        throw new Error(`still busy after ${limitMs} ms: ${[...this.pending.values()].join(", ")}`);
      await new Promise((resolve) => setTimeout(resolve, quietTurns === 0 ? 3 : 0));
    }
  }
}
