import { DISTRICTS } from "@talent/shared/domain/districts";
import { CATEGORIES, SERVICE_LEVELS, type Category, type ServiceLevel } from "@talent/shared/domain/talents";
import { CATEGORY_LABELS, SERVICE_LEVEL_LABELS } from "@talent/shared/labels/people";
import type { Choice } from "../../../components/form/Choices";
import { useQuery } from "../../../hooks/useQuery";
import { useWords } from "../../../i18n/useWords";

export interface RuleChoices {
  categories: Choice<Category>[];
  items: Choice<string>[];
  districts: Choice<string>[];
  levels: Choice<ServiceLevel>[];
  posts: Choice<string>[];
}

/** What a rule can be made of: categories, items, districts, levels and posts by name. */
export function useChoices(): RuleChoices {
  const words = useWords();
  const items = useQuery("items.list", { query: { limit: 100 } }, { keep: true });
  const posts = useQuery("posts.plan", { query: { limit: 100, days: 1 } }, { keep: true });
  return {
    categories: CATEGORIES.map((value) => ({ value, label: words.say(CATEGORY_LABELS[value]) })),
    items: (items.data?.items ?? []).map(({ code, name }) => ({ value: code, label: words.say(name) })),
    districts: DISTRICTS.map(({ code, name }) => ({ value: code, label: name })),
    levels: SERVICE_LEVELS.map((value) => ({ value, label: words.say(SERVICE_LEVEL_LABELS[value]) })),
    posts: (posts.data?.items ?? []).map(({ id, name, departmentName }) => ({
      value: id,
      label: `${departmentName} ${name}`,
    })),
  };
}
