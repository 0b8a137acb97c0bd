import { Text, View } from "@tarojs/components";

export default function HomePage() {
  return (
    <View className="probe" ariaLabel="人才码">
      <Text>人才一站办</Text>
    </View>
  );
}
