export default defineAppConfig({
  pages: ["pages/home/index"],
  window: {
    navigationStyle: "custom",
    navigationBarTitleText: "人才一站办",
    navigationBarBackgroundColor: "#f7f5f0",
    navigationBarTextStyle: "black",
    backgroundColor: "#f7f5f0",
    backgroundTextStyle: "dark",
  },
  lazyCodeLoading: "requiredComponents",
});
