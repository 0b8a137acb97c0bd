import { Text, View } from "@tarojs/components";
import type { PropsWithChildren } from "react";
import { frameTexts } from "../../i18n/frameTexts";
import { useTexts } from "../../i18n/texts";
import { aria } from "../base/aria";

export interface FieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean;
  /** Characters written and allowed. */
  count?: { now: number; most: number } | undefined;
  /** Name that an error summary jumps to. */
  anchor?: string | undefined;
  /** The control brings its own frame. */
  bare?: boolean;
}

/** Label over the control, hint between, error under it: what is wrong and what to do. */
export function Field(props: PropsWithChildren<FieldProps>) {
  const { label, hint, error, optional = false, count, anchor, bare = false } = props;
  const t = useTexts(frameTexts);
  return (
    <View className="field" {...(anchor === undefined ? {} : { id: anchor })}>
      <View className="row row-base">
        <Text className="field-l">{label}</Text>
        {optional ? <Text className="field-opt">{t.optional}</Text> : null}
      </View>
      {hint === undefined ? null : <View className="field-hint">{hint}</View>}
      {bare ? (
        <View className="mt-2">{props.children}</View>
      ) : (
        <View className={`field-in ${error === undefined ? "" : "field-in-bad"}`}>{props.children}</View>
      )}
      {error === undefined && count === undefined ? null : (
        <View className="field-foot">
          {error === undefined ? null : (
            <Text className="field-error" {...aria({ role: "alert" })}>
              {error}
            </Text>
          )}
          {count === undefined ? null : <Text className="field-count">{`${count.now} / ${count.most}`}</Text>}
        </View>
      )}
    </View>
  );
}
