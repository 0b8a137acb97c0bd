/** One line of the result: our figure over the reference's, both measured in the same run. */
export interface Row {
  name: string;
  ours: number;
  reference: number;
  /** ours / reference */
  ratio: number;
  unit: string;
  /** What the design asks of the ratio: at least, or at most. */
  bar: { atLeast: number } | { atMost: number };
  note: string;
}

export function row(
  name: string,
  ours: number,
  reference: number,
  rest: Pick<Row, "unit" | "bar" | "note">,
): Row {
  return {
    name,
    ours: rounded(ours),
    reference: rounded(reference),
    ratio: rounded(ours / reference),
    ...rest,
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

export function reaches({ ratio, bar }: Row): boolean {
  return "atLeast" in bar ? ratio >= bar.atLeast : ratio <= bar.atMost;
}

/** The middle value; rounds alternate between ours and the reference, so that a slow spell hits both. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The value that `share` (0–1) of all values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
