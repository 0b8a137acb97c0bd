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

/**
 * Properties in the camel case that survives on both platforms: in WeChat the build binds them to `aria-*`
 * attributes, in the browser they become `role` and `aria-*`. Facts that are not given leave no attribute.
 */
export function aria(facts: AriaFacts): Record<string, unknown> {
  const props: Record<string, unknown> = {};
  for (const [fact, value] of Object.entries(facts)) {
    if (value !== undefined) props[`aria${fact.charAt(0).toUpperCase()}${fact.slice(1)}`] = value;
  }
  return props;
}
