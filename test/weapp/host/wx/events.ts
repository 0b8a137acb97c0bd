import type { SyncApi } from "../api";
import type { WxPart } from "./part";

type Listener = (value?: unknown) => void;

const NAMES = [
  "AppShow",
  "AppHide",
  "Error",
  "UnhandledRejection",
  "PageNotFound",
  "LazyLoadError",
  "NetworkStatusChange",
  "NetworkWeakChange",
  "MemoryWarning",
  "ThemeChange",
  "WindowResize",
  "KeyboardHeightChange",
  "UserCaptureScreen",
  "ScreenRecordingStateChanged",
  "NeedPrivacyAuthorization",
  "AudioInterruptionBegin",
  "AudioInterruptionEnd",
  "CopyUrl",
  "BeforePageLoad",
];

/** `wx.onX` and `wx.offX`; `emit("x")` tells the listeners. */
export class AppEvents {
  private readonly listeners = new Map<string, Listener[]>();
  private run: (work: () => void) => void = (work) => work();

  bind(run: (work: () => void) => void): void {
    this.run = run;
  }

  emit(event: string, value?: unknown): void {
    for (const listener of this.listeners.get(event.toLowerCase()) ?? []) this.run(() => listener(value));
  }

  clear(): void {
    this.listeners.clear();
  }

  part(): WxPart {
    const syncApis: Record<string, SyncApi> = {};
    for (const name of NAMES) {
      const key = name.toLowerCase();
      syncApis[`on${name}`] = (listener: Listener) =>
        void this.listeners.set(key, [...(this.listeners.get(key) ?? []), listener]);
      syncApis[`off${name}`] = (listener?: Listener) => {
        const kept = listener ? (this.listeners.get(key) ?? []).filter((known) => known !== listener) : [];
        this.listeners.set(key, kept);
      };
    }
    return { syncApis };
  }
}
