/** Work that a worker repeats. Running it twice, or on two workers at once, changes nothing more than once. */
export interface JobDefinition {
  /** `feature.what`, unique in the process. */
  name: string;
  /** Interval in words ("30 seconds", "5 minutes", "1 day"). */
  every: string;
  /** @param now the injected clock's time at the start of this run */
  run(now: Date): Promise<void>;
}
