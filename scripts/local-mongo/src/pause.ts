/**
 * Long work is written as generators that now and then yield PAUSE: whoever drives them outside a transaction lets
 * other connections have their turn then; inside a transaction it is passed over.
 */
export const PAUSE = Symbol("pause");
export type Pause = typeof PAUSE;

const SLICE_MS = 8;
const CHECK_EVERY = 64;

/** Says when it is time to pause. */
export class Pacer {
  private steps = 0;
  private began = performance.now();

  due(): boolean {
    if (++this.steps % CHECK_EVERY !== 0) return false;
    const now = performance.now();
    if (now - this.began < SLICE_MS) return false;
    this.began = now + 1;
    return true;
  }
}

/** The items without the pauses. */
export function* withoutPauses<T>(items: Iterable<T | Pause>): Generator<T, void, void> {
  for (const item of items) if (item !== PAUSE) yield item;
}
