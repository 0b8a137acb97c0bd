import { create } from "zustand";

/** Cases in the order of the list from which one was opened: J and K walk along it. */
const useStore = create<{ ids: readonly string[] }>(() => ({ ids: [] }));

export function rememberOrder(ids: readonly string[]): void {
  useStore.setState({ ids });
}

/** Neighbours of a case in the list it was opened from. */
export function useNeighbours(id: string): { previous: string | undefined; next: string | undefined } {
  const ids = useStore((store) => store.ids);
  const at = ids.indexOf(id);
  if (at < 0) return { previous: undefined, next: undefined };
  return { previous: ids[at - 1], next: ids[at + 1] };
}
