import { Text, View } from "@tarojs/components";

/** A number that answers a question: the figure large, its words beside it on the same line. */
export interface FactValue {
  label: string;
  /** Set in large figures before the words. */
  figure?: string | undefined;
  words: string;
}

function Fact({ label, figure, words, className }: FactValue & { className: string }) {
  return (
    <View className={className}>
      <View className="fact-l">{label}</View>
      <View className="fact-v">
        {figure === undefined ? null : <Text className="num fact-n">{figure}</Text>}
        <Text>{words}</Text>
      </View>
    </View>
  );
}

/** Facts of a card, in equal columns. */
export function Facts({ facts }: { facts: readonly FactValue[] }) {
  return (
    <View className="facts">
      {facts.map((fact, index) => (
        <Fact key={fact.label} {...fact} className={`fact ${index === 0 ? "fact-2" : ""}`} />
      ))}
    </View>
  );
}

/** The same as a bar of its own, with lines between the columns. */
export function FactBar({ facts }: { facts: readonly FactValue[] }) {
  return (
    <View className="card card-flush factbar">
      {facts.map((fact, index) => (
        <Fact key={fact.label} {...fact} className={`fact ${index === 0 ? "factbar-first" : "factbar-i"}`} />
      ))}
    </View>
  );
}

export interface KeyValueProps {
  label: string;
  value: string;
  first?: boolean;
  /** A long label beside a short value. */
  wide?: boolean;
}

/** Label and value on one line. */
export function KeyValue({ label, value, first = false, wide = false }: KeyValueProps) {
  return (
    <View className={`kv ${first ? "kv-first" : ""}`}>
      <Text className={wide ? "grow ink-2" : "kv-k"}>{label}</Text>
      <Text className={wide ? "ml-3 none" : "kv-v"}>{value}</Text>
    </View>
  );
}
