import { useQuery } from "../../hooks/useQuery";

/** Cases in which somebody waits for an answer of the reader. Where it cannot be read there is nothing to show. */
export function useWaiting() {
  const query = useQuery("board.waiting");
  return { items: query.data?.items ?? [], refresh: query.refresh };
}
