import { View } from "@tarojs/components";

/** WeChat wants this component where the tab bar is custom; each page draws the bar itself, so it stays empty. */
export default function CustomTabBar() {
  return <View />;
}
