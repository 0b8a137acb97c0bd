/** Knows whether the code running now was started by a person's tap and has not yet yielded. */
export class TapTurn {
  private depth = 0;

  get open(): boolean {
    return this.depth > 0;
  }

  during<T>(run: () => T): T {
    this.depth++;
    try {
      return run();
    } finally {
      this.depth--;
    }
  }
}
