/** Counts what answered a person's action: a bound handler, or a built-in component's own behaviour. */
let count = 0;

export function react(): void {
  count++;
}

export function reactionCount(): number {
  return count;
}
