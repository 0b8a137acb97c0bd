const running = new Map<string, Promise<unknown>>();

/**
 * Runs work of the same key one after the other in this process, so that somebody who presses a button many times does
 * not compete with themselves. It is no lock: between processes the conditional writes decide.
 */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = running.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  running.set(key, mine);
  try {
    return await mine;
  } finally {
    if (running.get(key) === mine) running.delete(key);
  }
}
