import { LEVELS_OF_ROLE } from "@talent/shared/domain/roles";
import { categoriesServedBy, type Category, type ServiceLevel } from "@talent/shared/domain/talents";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { useEffect, useMemo, useState } from "react";
import { useQuery } from "../../../hooks/useQuery";
import { useWords } from "../../../i18n/useWords";
import { storage } from "../../../platform";
import { PERSONAL_PREFIX } from "../../../api/session";

/** What narrows the board; absent = all. */
export interface BoardFilter {
  district?: string;
  itemId?: string;
  postId?: string;
  category?: Category;
}

const KEPT_KEY = `${PERSONAL_PREFIX}boardFilter`;
/** Pause after the last letter before the board is asked. */
const SEARCH_PAUSE_MS = 300;

/** Levels of government for which somebody works. */
function levelsOf(me: Me): ServiceLevel[] {
  return me.roles.flatMap((grant) => LEVELS_OF_ROLE[grant.role]);
}

/** The chosen filters, kept on the device, the search as typed and as asked, and what can be chosen. */
export function useBoardFilters(me: Me) {
  const { say } = useWords();
  const [filter, setFilter] = useState<BoardFilter>(() => storage.read<BoardFilter>(KEPT_KEY) ?? {});
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const pause = setTimeout(() => setAsked(typed.trim()), SEARCH_PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed]);

  const districts = useQuery("districts.list", {}, { keep: true });
  const items = useQuery("items.list", { query: { limit: 100 } }, { keep: true });
  const posts = useQuery("posts.list", {}, { keep: true });
  const options = {
    district: (districts.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name })),
    itemId: (items.data?.items ?? []).map(({ id, name }) => ({ value: id, label: say(name) })),
    postId: (posts.data?.items ?? []).map((post) => ({
      value: post.id,
      label: `${post.departmentName} ${post.name}`,
    })),
  };
  const set = (change: { [K in keyof BoardFilter]: BoardFilter[K] | undefined }) => {
    const next = Object.fromEntries(
      Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined),
    ) as BoardFilter;
    storage.write(KEPT_KEY, next);
    setFilter(next);
  };
  const query = useMemo(() => ({ ...filter, ...(asked === "" ? {} : { q: asked }) }), [filter, asked]);
  const levels = levelsOf(me);
  const labelOf = (list: { value: string; label: string }[], value: string | undefined) =>
    list.find((option) => option.value === value)?.label;
  const chosen = [
    labelOf(options.district, filter.district),
    labelOf(options.itemId, filter.itemId),
    labelOf(options.postId, filter.postId),
    filter.category,
    asked === "" ? undefined : `“${asked}”`,
  ].filter((word): word is string => word !== undefined);

  return {
    filter,
    set,
    typed,
    setTyped,
    query,
    options,
    /** What those levels serve (§6.1.2). */
    categories: categoriesServedBy(...levels),
    /** Who works for no more than a district has no district to choose. */
    oneDistrict: !levels.includes("municipal"),
    /** Words of everything chosen, or undefined. */
    words: chosen.length === 0 ? undefined : chosen.join("、"),
    clear: () => {
      setTyped("");
      storage.remove(KEPT_KEY);
      setFilter({});
    },
  };
}

export type BoardFilters = ReturnType<typeof useBoardFilters>;
