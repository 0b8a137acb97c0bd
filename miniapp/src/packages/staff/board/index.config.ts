export default definePageConfig({ navigationBarTitleText: "调度看板" });
