export default definePageConfig({ navigationBarTitleText: "现场代办" });
