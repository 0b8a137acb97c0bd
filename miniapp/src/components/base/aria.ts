/** What a screen reader is told about an element. */
export interface AriaFacts {
  role?: string | undefined;
  label?: string | undefined;
  checked?: boolean | undefined;
  selected?: boolean | undefined;
  expanded?: boolean | undefined;
  disabled?: boolean | undefined;
  hidden?: boolean | undefined;
  modal?: boolean | undefined;
  live?: "polite" | "assertive" | undefined;
  level?: number | undefined;
}

const isBrowser = process.env.TARO_ENV === "h5";

/** In WeChat camel case, which the build binds to `aria-*` attributes; in the browser the attributes themselves. */
function propertyOf(fact: string): string {
  if (!isBrowser) return `aria${fact.charAt(0).toUpperCase()}${fact.slice(1)}`;
  return fact === "role" ? "role" : `aria-${fact}`;
}

/** Properties that carry the facts on this platform. Facts that are not given leave no attribute. */
export function aria(facts: AriaFacts): Record<string, unknown> {
  const props: Record<string, unknown> = {};
  for (const [fact, value] of Object.entries(facts)) {
    if (value !== undefined) props[propertyOf(fact)] = isBrowser ? String(value) : value;
  }
  return props;
}
