/** Steps of one journey, a test each: after the first failure the others fail at once instead of waiting in vain. */
export function journey(): (name: string, run: () => Promise<void>) => void {
  let failedAt: string | undefined;
  return (name, run) =>
    test(name, async () => {
      if (failedAt !== undefined) throw new Error(`the journey ended at “${failedAt}”`);
      failedAt = name;
      await run();
      failedAt = undefined;
    });
}
