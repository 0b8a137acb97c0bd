/** Something that is read on most calls and changes rarely. */
export interface ShortCache<T> {
  get(key: string): Promise<T | null>;
  /** After a write in this process; other processes see it when their copy has aged. */
  forget(key: string): void;
}

/**
 * Keeps what `load` answers for `ttlMs` of real time, at most `size` keys. Absence is not kept, and callers that ask
 * at the same time share one load.
 */
export function createShortCache<T>(
  load: (key: string) => Promise<T | null>,
  options: { ttlMs: number; size: number },
): ShortCache<T> {
  const kept = new Map<string, { value: Promise<T | null>; until: number }>();

  return {
    get(key) {
      const now = performance.now();
      const known = kept.get(key);
      if (known !== undefined && known.until > now) return known.value;
      const value = load(key);
      kept.delete(key);
      kept.set(key, { value, until: now + options.ttlMs });
      const drop = () => {
        if (kept.get(key)?.value === value) kept.delete(key);
      };
      value.then((loaded) => (loaded === null ? drop() : undefined), drop);
      if (kept.size > options.size) kept.delete(kept.keys().next().value ?? key);
      return value;
    },
    forget: (key) => void kept.delete(key),
  };
}
