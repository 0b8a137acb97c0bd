import type { EndpointName } from "@talent/shared/contract/index";
import type { Input, Output } from "../api/client";
import { useEvery } from "./useEvery";
import { useQuery, type Query, type QueryOptions } from "./useQuery";

/** How often something that others change is read anew. */
export const LIVE_MS = 5_000;
/** How often while no answer comes: a network that is down is not asked as often as one that works. */
export const LOST_MS = 20_000;

/** An endpoint whose answer is read again every few seconds while the page is shown, and more rarely after a failure. */
export function useLive<N extends EndpointName>(
  name: N,
  input: Input<N> = {},
  options: QueryOptions = {},
): Query<Output<N>> {
  const query = useQuery(name, input, options);
  useEvery(query.error === undefined ? LIVE_MS : LOST_MS, () => void query.refresh());
  return query;
}
