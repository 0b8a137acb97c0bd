import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

type Labels = Record<string, string>;

/** What the process counts. The library behind it stays here. */
export interface Metrics {
  /** Adds to a counter `talent_<name>_total`. */
  count(name: string, labels?: Labels, by?: number): void;
  /** Puts a duration in seconds into a histogram `talent_<name>_seconds`. */
  observe(name: string, seconds: number, labels?: Labels): void;
  /** Sets a gauge `talent_<name>`. */
  set(name: string, value: number, labels?: Labels): void;
  /** Exposition text and its content type. */
  expose(): Promise<{ text: string; contentType: string }>;
}

/**
 * One registry for one process. A metric is made at its first use; its label names are those of that use.
 */
export function createMetrics(options: { processMetrics: boolean }): Metrics {
  const registry = new Registry();
  if (options.processMetrics) collectDefaultMetrics({ register: registry });
  const counters = new Map<string, Counter>();
  const gauges = new Map<string, Gauge>();
  const histograms = new Map<string, Histogram>();

  function madeOnce<T>(known: Map<string, T>, name: string, make: () => T): T {
    const existing = known.get(name);
    if (existing !== undefined) return existing;
    const made = make();
    known.set(name, made);
    return made;
  }
  const settings = (name: string, labels: Labels) => ({
    name,
    help: name.replaceAll("_", " "),
    labelNames: Object.keys(labels),
    registers: [registry],
  });

  return {
    count(name, labels = {}, by = 1) {
      madeOnce(counters, name, () => new Counter(settings(`talent_${name}_total`, labels))).inc(labels, by);
    },
    observe(name, seconds, labels = {}) {
      madeOnce(
        histograms,
        name,
        () =>
          new Histogram({
            ...settings(`talent_${name}_seconds`, labels),
            buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
          }),
      ).observe(labels, seconds);
    },
    set(name, value, labels = {}) {
      madeOnce(gauges, name, () => new Gauge(settings(`talent_${name}`, labels))).set(labels, value);
    },
    expose: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
  };
}
