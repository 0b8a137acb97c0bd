/** Runs a built WeChat mini-program without WeChat, for tests. */
export { launchBrowser } from "./backends/chromium";
export type { LaunchOptions } from "./launch";
export { launch } from "./launch";
export type { MiniProgram } from "./miniProgram";
export type { RealWx, WxOptions } from "./wx";
export { createPhone, createWx } from "./wx";
export { createLocalWx } from "./wx/local";
