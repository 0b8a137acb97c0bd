import type { RoutingRuleView } from "@talent/shared/contract/schemas/posts";
import type { Category, ServiceLevel } from "@talent/shared/domain/talents";
import { useState } from "react";
import { announce } from "../../../hooks/useAnnouncement";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { ruleTexts } from "../ruleTexts";

/** A choice that may be left open. */
export const ANY = "any";

interface Values {
  categories: readonly Category[];
  itemCode: string;
  districtCode: string;
  level: ServiceLevel | typeof ANY;
  postId: string;
  priority: string;
  activeFromOn: string;
  activeToOn: string;
  note: string;
}

function newValues(todayOn: string): Values {
  return {
    categories: [],
    itemCode: ANY,
    districtCode: ANY,
    level: ANY,
    postId: "",
    priority: "0",
    activeFromOn: todayOn,
    activeToOn: "",
    note: "",
  };
}

function valuesOf(rule: RoutingRuleView): Values {
  const { categories, itemCode, districtCode, level, postId, activeFromOn, activeToOn, note } = rule;
  return {
    categories,
    itemCode: itemCode ?? ANY,
    districtCode: districtCode ?? ANY,
    level: level ?? ANY,
    postId,
    priority: String(rule.priority),
    activeFromOn,
    activeToOn: activeToOn ?? "",
    note: note ?? "",
  };
}

/** The rule of the form; what is left open or empty is left out. */
function bodyOf(values: Values) {
  const { categories, itemCode, districtCode, level, postId, priority, activeFromOn, activeToOn } = values;
  const note = values.note.trim();
  return {
    categories: [...categories],
    ...(itemCode === ANY ? {} : { itemCode }),
    ...(districtCode === ANY ? {} : { districtCode }),
    ...(level === ANY ? {} : { level }),
    postId,
    priority: /^\d{1,2}$/.test(priority) ? Number(priority) : 0,
    activeFromOn,
    ...(activeToOn === "" ? {} : { activeToOn }),
    ...(note === "" ? {} : { note }),
  };
}

/** The form of a new rule, or of one that is changed. */
export function useRuleForm(rule: RoutingRuleView | undefined, onSaved: () => void) {
  const t = useTexts(ruleTexts);
  const words = useWords();
  const [values, setValues] = useState(() =>
    rule === undefined ? newValues(words.todayOn) : valuesOf(rule),
  );
  const create = useWrite("routingRules.create");
  const change = useWrite("routingRules.change");
  const error = create.error ?? change.error;
  const save = async () => {
    const body = bodyOf(values);
    const done = await (rule === undefined
      ? create.run({ body })
      : change.run({ params: { id: rule.id }, body }));
    if (done === undefined) return;
    announce(t.saved);
    onSaved();
  };
  return {
    values,
    set: <K extends keyof Values>(field: K, value: Values[K]) =>
      setValues((before) => ({ ...before, [field]: value })),
    busy: create.busy || change.busy,
    trouble: error === undefined ? undefined : errorSentence(error, words.language),
    blocked: values.postId === "" ? t.need.post : values.activeFromOn === "" ? t.need.from : undefined,
    save,
  };
}
