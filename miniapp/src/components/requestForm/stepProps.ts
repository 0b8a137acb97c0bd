import type { FormValues } from "./formState";

/** What every step of the form gets. */
export interface StepProps {
  values: FormValues;
  set: <K extends keyof FormValues>(field: K, value: FormValues[K]) => void;
  /** What is wrong, by anchor. */
  errors: Readonly<Record<string, string | undefined>>;
}
