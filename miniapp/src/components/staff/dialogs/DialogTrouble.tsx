import { Banner } from "../Banner";

/** What went wrong with the last attempt; stays in place over the fields, which keep what was typed. */
export function DialogTrouble({ text }: { text: string | undefined }) {
  if (text === undefined) return null;
  return <Banner tone="brick" mark="refused" text={text} className="mb-3" />;
}
