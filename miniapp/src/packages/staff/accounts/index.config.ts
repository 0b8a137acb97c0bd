export default definePageConfig({ navigationBarTitleText: "账号与身份" });
