import { View } from "@tarojs/components";
import type { ItemDetail } from "@talent/shared/contract/schemas/catalogue";
import { BOUNDS } from "@talent/shared/domain/limits";
import { Button } from "../base/Button";
import { Heading } from "../base/Heading";
import { TextArea } from "../form/TextField";
import { useTexts } from "../../i18n/texts";
import { ItemField } from "./ItemField";
import type { StepProps } from "./stepProps";
import { formTexts } from "./formTexts";

/** Step 2: what should be achieved, point by point, and what this item asks. */
export function StepWishes({ item, values, set, errors }: StepProps & { item: ItemDetail }) {
  const t = useTexts(formTexts);
  const { points } = values;
  const write = (index: number, text: string) =>
    set(
      "points",
      points.map((old, at) => (at === index ? text : old)),
    );
  return (
    <View>
      <Heading className="t-xl b mt-4">{t.points}</Heading>
      <View className="t-s ink-2 mt-1">{t.pointsHint}</View>
      {points.map((point, index) => (
        <View key={index}>
          <TextArea
            anchor={`point-${index}`}
            label={t.point(index + 1)}
            value={point}
            most={BOUNDS.points.length}
            placeholder={index === 0 ? t.pointPlaceholder : ""}
            error={errors[`point-${index}`]}
            onChange={(text) => write(index, text)}
          />
          {points.length > 1 ? (
            <Button
              kind="text"
              small
              text={t.removePoint(index + 1)}
              onTap={() =>
                set(
                  "points",
                  points.filter((_, at) => at !== index),
                )
              }
            />
          ) : null}
        </View>
      ))}
      {points.length < BOUNDS.points.max ? (
        <Button
          className="mt-3"
          kind="quiet"
          small
          icon="plus"
          text={t.addPoint}
          onTap={() => set("points", [...points, ""])}
        />
      ) : null}
      {item.fields.length === 0 ? null : <Heading className="t-xl b mt-5">{t.questions}</Heading>}
      {item.fields.map((field) => (
        <ItemField
          key={field.key}
          field={field}
          value={values.details[field.key] ?? ""}
          error={errors[`field-${field.key}`]}
          onChange={(value) => set("details", { ...values.details, [field.key]: value })}
        />
      ))}
    </View>
  );
}
