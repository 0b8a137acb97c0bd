/// <reference types="@tarojs/taro" />

declare module "*.scss";
declare module "*.png";

/** Version of the mini-program, from its package. */
declare const APP_VERSION: string;
/** Address of the API without a trailing slash; empty in the browser, where the API is of the same origin. */
declare const API_BASE_URL: string;
/** True when the address was given at build time or is the page's own origin, so it may not be changed later. */
declare const API_BASE_URL_IS_FIXED: boolean;

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: "weapp" | "h5";
  }
}
