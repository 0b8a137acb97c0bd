import type { CounterHall, CounterWindow } from "@talent/shared/contract/schemas/counters";
import { useQuery } from "../../hooks/useQuery";

/** The halls in which I work, and the window at which I sit. */
export function useCounterHalls() {
  const query = useQuery("counter.halls");
  const halls = query.data?.items;
  const mine = query.data?.myWindowId;
  const hall = halls?.find(({ windows }) => windows.some(({ id }) => id === mine));
  return { query, halls, hall, windowId: mine };
}

/** Names of the lines that a window takes. */
export function lettersOf(
  hall: Pick<CounterHall, "groups">,
  window: Pick<CounterWindow, "letters">,
): CounterHall["groups"] {
  return hall.groups.filter(({ letter }) => window.letters.includes(letter));
}
