import { create } from "zustand";

/** What was last said aloud to screen readers. */
const useStore = create<{ text: string }>(() => ({ text: "" }));

/** Tells screen readers that something changed which only the eye would notice. */
export function announce(text: string): void {
  useStore.setState({ text });
}

export function useAnnouncement(): string {
  return useStore((store) => store.text);
}
