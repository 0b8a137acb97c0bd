import { requestSandboxCode, sendSandboxConsent } from "./sandboxPersona";
import {
  chooseBrowserFiles,
  chooseBrowserText,
  loadBrowserPicture,
  openBrowserFile,
  showPicture,
  uploadFromBrowser,
} from "./h5Files";
import { browserCanScan, scanWithCamera } from "./h5Scanner";
import { browserSpeaker } from "./h5Speech";
import { RefusedByDevice, type Platform } from "./types";

/** The browser. Taro's own functions that only WeChat has resolve here as if they had worked, so none is called. */
export const h5: Platform = {
  name: "h5",
  frame: () => ({ statusBarHeight: 0, capsuleSpace: 0 }),
  fontScale: () => 1,
  async loginCode(personaId) {
    if (personaId === undefined) throw new RefusedByDevice("no persona chosen");
    return requestSandboxCode(personaId);
  },
  chooseFiles: chooseBrowserFiles,
  chooseText: chooseBrowserText,
  upload: uploadFromBrowser,
  openFile: openBrowserFile,
  loadPicture: loadBrowserPicture,
  previewPictures: (_paths, current) => showPicture(current),
  askConsent: sendSandboxConsent,
  call(phoneNumber) {
    window.location.href = `tel:${phoneNumber}`;
  },
  async copy(text) {
    await navigator.clipboard.writeText(text);
  },
  scan: scanWithCamera,
  canScan: browserCanScan,
  hideFromCapture: () => undefined,
  tick: () => undefined,
  speaker: browserSpeaker,
  isOnline: async () => navigator.onLine,
  onOnlineChange(listener) {
    const online = () => listener(true);
    const offline = () => listener(false);
    window.addEventListener("online", online);
    window.addEventListener("offline", offline);
    return () => {
      window.removeEventListener("online", online);
      window.removeEventListener("offline", offline);
    };
  },
  setTitle(title) {
    document.title = `${title} · 人才一站办`;
  },
  enterDialog(id, onEscape) {
    const before = document.activeElement;
    const dialog = document.getElementById(id);
    dialog?.setAttribute("tabindex", "-1");
    dialog?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") onEscape();
    };
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("keydown", onKey);
      if (before instanceof HTMLElement) before.focus();
    };
  },
};
