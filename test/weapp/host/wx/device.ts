import type { AppEvents } from "./events";
import type { WxPart } from "./part";
import { acknowledged } from "./part";

/** The phone, as a test may set it. */
export interface Device {
  platform: "ios" | "android" | "devtools";
  language: "zh_CN" | "en";
  theme: "light" | "dark";
  /** WeChat's text size in pixels: 16 is the standard, 15 to 22 its steps. */
  fontSizeSetting: number;
  fontSizeScaleFactor: number;
  width: number;
  height: number;
  statusBarHeight: number;
  networkType: "wifi" | "4g" | "5g" | "none";
  brightness: number;
  appId: string;
  version: string;
}

export function createDevice(changes: Partial<Device> = {}): Device {
  return {
    platform: "ios",
    language: "zh_CN",
    theme: "light",
    fontSizeSetting: 16,
    fontSizeScaleFactor: 1,
    width: 390,
    height: 844,
    statusBarHeight: 47,
    networkType: "wifi",
    brightness: 0.5,
    appId: "wx0000000000000000",
    version: "",
    ...changes,
  };
}

function windowInfo({ width, height, statusBarHeight }: Device): object {
  const bottom = height - 34;
  return {
    pixelRatio: 3,
    screenWidth: width,
    screenHeight: height,
    windowWidth: width,
    windowHeight: height,
    statusBarHeight,
    screenTop: 0,
    safeArea: {
      top: statusBarHeight,
      left: 0,
      right: width,
      bottom,
      width,
      height: bottom - statusBarHeight,
    },
  };
}

function deviceInfo({ platform }: Device): object {
  return {
    brand: platform === "ios" ? "iPhone" : "phone",
    model: "test",
    platform,
    system: "iOS 17.0",
    abi: "arm64",
    benchmarkLevel: 40,
    memorySize: 4096,
  };
}

function appBaseInfo({ language, theme, fontSizeSetting, fontSizeScaleFactor }: Device): object {
  const host = { env: "WeChat", appId: "" };
  return {
    SDKVersion: "3.8.0",
    version: "8.0.56",
    enableDebug: false,
    host,
    language,
    theme,
    fontSizeSetting,
    fontSizeScaleFactor,
  };
}

/** What the phone says of itself, and what it does that nobody sees. */
export function devicePart(device: Device, clipboard: { text: string }): WxPart {
  const system = (): object => ({ ...windowInfo(device), ...deviceInfo(device), ...appBaseInfo(device) });
  const right = device.width - 7;
  return {
    asyncApis: {
      ...acknowledged(
        "vibrateShort",
        "vibrateLong",
        "setKeepScreenOn",
        "setVisualEffectOnCapture",
        "hideKeyboard",
        "loadFontFace",
      ),
      getSystemInfo: system,
      getSystemInfoAsync: system,
      getNetworkType: () => ({ networkType: device.networkType }),
      setScreenBrightness: ({ value }: { value: number }) => void (device.brightness = value),
      getScreenBrightness: () => ({ value: device.brightness }),
      setClipboardData: ({ data }: { data: string }) => void (clipboard.text = data),
      getClipboardData: () => ({ data: clipboard.text }),
      getBatteryInfo: () => ({ level: 80, isCharging: false }),
    },
    syncApis: {
      getSystemInfoSync: system,
      getWindowInfo: () => windowInfo(device),
      getDeviceInfo: () => deviceInfo(device),
      getAppBaseInfo: () => appBaseInfo(device),
      getSystemSetting: () => ({
        bluetoothEnabled: false,
        locationEnabled: false,
        wifiEnabled: true,
        deviceOrientation: "portrait",
      }),
      getAppAuthorizeSetting: () => ({
        cameraAuthorized: "authorized",
        albumAuthorized: "authorized",
        notificationAuthorized: "authorized",
      }),
      getMenuButtonBoundingClientRect: () => ({
        top: device.statusBarHeight + 4,
        bottom: device.statusBarHeight + 36,
        right,
        left: right - 87,
        width: 87,
        height: 32,
      }),
      getAccountInfoSync: () => ({
        miniProgram: { appId: device.appId, envVersion: "develop", version: device.version },
      }),
      getExtConfigSync: () => ({}),
      canIUse: () => true,
    },
  };
}

/** Loses or regains the network and tells the mini-program. */
export function setNetwork(device: Device, events: AppEvents, networkType: Device["networkType"]): void {
  device.networkType = networkType;
  events.emit("networkStatusChange", { isConnected: networkType !== "none", networkType });
}
