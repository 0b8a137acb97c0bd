import { View } from "@tarojs/components";
import type { Category } from "@talent/shared/domain/talents";
import { ROUTE_REASON_LABELS } from "@talent/shared/labels/posts";
import { useState } from "react";
import type { Output } from "../../../api/client";
import { aria } from "../../../components/base/aria";
import { Heading } from "../../../components/base/Heading";
import { SelectField } from "../../../components/form/Picker";
import { useQuery } from "../../../hooks/useQuery";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { ruleTexts } from "../ruleTexts";
import type { RuleChoices } from "./useChoices";

type Tried = Output<"routingRules.try">;

function TriedRoute({ tried }: { tried: Tried }) {
  const t = useTexts(ruleTexts);
  const words = useWords();
  const { post, reason, rule, automatic } = tried;
  if (post === undefined || reason === undefined) return <View className="b brick">{t.nowhere}</View>;
  const why = rule?.note === undefined ? words.say(ROUTE_REASON_LABELS[reason]) : t.byRule(rule.note);
  return (
    <>
      <View className="b">{t.goesTo(post.name, post.departmentName)}</View>
      <View className="t-s">{t.because(why)}</View>
      <View className="t-s ink-2">
        {`${post.holder === undefined ? t.nobody : t.onDuty(post.holder.letter, post.holder.name)}　${automatic ? t.automatic : t.byHand}`}
      </View>
    </>
  );
}

/** The line on which rules are tried: a category, an item and a district, and where such a request goes today. */
export function TryLine({ choices }: { choices: RuleChoices }) {
  const t = useTexts(ruleTexts);
  const words = useWords();
  const [category, setCategory] = useState<Category>("B");
  const [item, setItem] = useState<string | undefined>(undefined);
  const [district, setDistrict] = useState<string | undefined>(undefined);
  const itemCode = item ?? choices.items[0]?.value;
  const districtCode = district ?? choices.districts[0]?.value ?? "";
  const tried = useQuery(
    "routingRules.try",
    { query: { category, itemCode: itemCode ?? "", district: districtCode } },
    { enabled: itemCode !== undefined },
  );
  return (
    <View className="po-card" id="try-line">
      <Heading className="po-h">{t.tryTitle}</Heading>
      <View className="po-fields">
        <View className="po-field">
          <SelectField
            label={t.category}
            placeholder={t.choose}
            choices={choices.categories}
            value={category}
            onChange={setCategory}
          />
        </View>
        <View className="po-field">
          <SelectField
            label={t.item}
            placeholder={t.choose}
            choices={choices.items}
            value={itemCode}
            onChange={setItem}
          />
        </View>
        <View className="po-field">
          <SelectField
            label={t.district}
            placeholder={t.choose}
            choices={choices.districts}
            value={districtCode}
            onChange={setDistrict}
          />
        </View>
      </View>
      <View className="po-tried mt-3" {...aria({ live: "polite" })}>
        {tried.data === undefined ? (
          <View className="t-s ink-2">
            {tried.error === undefined ? t.choose : errorSentence(tried.error, words.language)}
          </View>
        ) : (
          <TriedRoute tried={tried.data} />
        )}
      </View>
    </View>
  );
}
