export default definePageConfig({ navigationBarTitleText: "岗位与缺席" });
