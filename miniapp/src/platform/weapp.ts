import Taro from "@tarojs/taro";
import {
  chooseWeappFiles,
  chooseWeappText,
  loadWeappPicture,
  openWeappFile,
  uploadFromWeapp,
} from "./weappFiles";
import { RefusedByDevice, type Platform } from "./types";

/** Space of the capsule where WeChat does not tell it (87 wide, 7 from the edge, 8 of air). */
const CAPSULE_SPACE = 102;

export const weapp: Platform = {
  name: "weapp",
  frame() {
    const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo();
    const capsule = Taro.getMenuButtonBoundingClientRect();
    const space = capsule.left > 0 ? windowWidth - capsule.left + 8 : CAPSULE_SPACE;
    return { statusBarHeight, capsuleSpace: space };
  },
  fontScale() {
    // Not in Taro's typing: WeChat tells it since 2.26 as the factor of its own font size.
    const info: unknown = Taro.getAppBaseInfo();
    const scale = (info as { fontSizeScaleFactor?: number }).fontSizeScaleFactor;
    return typeof scale === "number" && scale > 0 ? scale : 1;
  },
  async loginCode() {
    const { code } = await Taro.login();
    return code;
  },
  chooseFiles: chooseWeappFiles,
  chooseText: chooseWeappText,
  upload: uploadFromWeapp,
  openFile: openWeappFile,
  loadPicture: loadWeappPicture,
  previewPictures(paths, current) {
    void Taro.previewImage({ urls: paths, current });
  },
  async askConsent(templateIds) {
    try {
      const answer: unknown = await Taro.requestSubscribeMessage({ tmplIds: templateIds, entityIds: [] });
      return Object.fromEntries(
        Object.entries(answer as Record<string, string>).filter(([key]) => templateIds.includes(key)),
      ) as Awaited<ReturnType<Platform["askConsent"]>>;
    } catch {
      return {};
    }
  },
  call(phoneNumber) {
    Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
  },
  async copy(text) {
    await Taro.setClipboardData({ data: text });
  },
  async scan() {
    try {
      const { result } = await Taro.scanCode({ onlyFromCamera: true });
      return result;
    } catch {
      throw new RefusedByDevice("scan");
    }
  },
  canScan: () => true,
  hideFromCapture(hide) {
    if (!Taro.canIUse("setVisualEffectOnCapture")) return;
    Taro.setVisualEffectOnCapture({ visualEffect: hide ? "hidden" : "none" }).catch(() => undefined);
  },
  tick() {
    Taro.vibrateShort({ type: "light" }).catch(() => undefined);
  },
  speaker: () => undefined,
  async isOnline() {
    const { networkType } = await Taro.getNetworkType();
    return networkType !== "none";
  },
  onOnlineChange(listener) {
    const onChange = ({ isConnected }: { isConnected: boolean }) => listener(isConnected);
    Taro.onNetworkStatusChange(onChange);
    return () => Taro.offNetworkStatusChange(onChange);
  },
  setTitle(title) {
    void Taro.setNavigationBarTitle({ title });
  },
  enterDialog: () => () => undefined,
};
