export default defineAppConfig({
  pages: ["pages/home/index", "pages/services/index", "pages/requests/index", "pages/me/index"],
  subPackages: [
    { root: "packages/sign-in", pages: ["index", "approve/index"] },
    { root: "packages/code", pages: ["show/index"] },
    { root: "packages/verify", pages: ["desk/index", "pending/index"] },
    { root: "packages/services", pages: ["guide/index"] },
    { root: "packages/requests", pages: ["form/index", "detail/index", "supplement/index", "result/index"] },
    { root: "packages/inbox", pages: ["list/index"] },
    {
      root: "packages/me",
      pages: [
        "preferences/index",
        "access-log/index",
        "link/index",
        "about/index",
        "accessibility/index",
        "complaint/index",
        "complaint-detail/index",
      ],
    },
    {
      root: "packages/staff",
      pages: ["board/index", "desk/index", "case/index", "complaints/index", "complaint/index", "me/index"],
    },
    { root: "packages/intake", pages: ["form/index", "receipt/index"] },
    { root: "packages/queue", pages: ["visit/index", "take/index", "ticket/index", "book/index"] },
    {
      root: "packages/counter",
      pages: [
        "calling/index",
        "take/index",
        "appointments/index",
        "rooms/index",
        "checklist/index",
        "record/index",
      ],
    },
    { root: "packages/hall", pages: ["window/index", "summary/index", "device/index"] },
  ],
  // The app draws its own tab bar inside each page, so that it follows text size and language.
  tabBar: {
    custom: true,
    color: "#55626a",
    selectedColor: "#0f5f63",
    backgroundColor: "#ffffff",
    list: [
      { pagePath: "pages/home/index", text: "人才码" },
      { pagePath: "pages/services/index", text: "服务" },
      { pagePath: "pages/requests/index", text: "办件" },
      { pagePath: "pages/me/index", text: "我的" },
    ],
  },
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
