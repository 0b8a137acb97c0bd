/** Runs a built WeChat mini-program without WeChat, for tests. */
export type { OpenDialog, WxWorld } from "./api";
export { WxFailure } from "./api";
export { launchBrowser } from "./backends/chromium";
export type { LaunchOptions } from "./launch";
export { launch } from "./launch";
export type { MiniProgram } from "./miniProgram";
export type { Phone, RealWx, WxOptions } from "./wx";
export { createPhone, createWx } from "./wx";
export type { PhoneWx } from "./wx/local";
export { createLocalWx } from "./wx/local";
