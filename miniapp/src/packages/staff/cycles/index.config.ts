export default definePageConfig({ navigationBarTitleText: "服务周期" });
