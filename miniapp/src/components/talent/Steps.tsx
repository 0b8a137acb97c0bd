import { Text, View } from "@tarojs/components";
import { aria } from "../base/aria";

export interface Step {
  title: string;
  hint?: string | undefined;
}

/** Numbered steps of a guide, joined by a line. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <View className="steps" {...aria({ role: "list" })}>
      {steps.map((step, index) => (
        <View key={step.title} className="step" {...aria({ role: "listitem" })}>
          <View className="step-l">
            <Text className="num step-n">{String(index + 1)}</Text>
            {index === steps.length - 1 ? null : <View className="step-line" />}
          </View>
          <View className="step-b">
            <View>{step.title}</View>
            {step.hint === undefined ? null : <View className="t-s ink-2">{step.hint}</View>}
          </View>
        </View>
      ))}
    </View>
  );
}

/** Which part of a form one is in. */
export function StepBar({ now, count, label }: { now: number; count: number; label: string }) {
  return (
    <View className="prog" {...aria({ role: "img", label })}>
      {Array.from({ length: count }, (_, index) => (
        <View
          key={index}
          className={`prog-seg ${index < now ? "prog-on" : ""} ${index === count - 1 ? "prog-seg-last" : ""}`}
        />
      ))}
    </View>
  );
}
