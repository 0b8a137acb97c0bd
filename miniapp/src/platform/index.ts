import { h5 } from "./h5";
import type { Platform } from "./types";
import { weapp } from "./weapp";

/** The device this build runs on. The build leaves the other one out. */
export const platform: Platform = process.env.TARO_ENV === "h5" ? h5 : weapp;

export { storage } from "./storage";
export * from "./types";
