const kept = new Map<string, unknown>();

/** The few functions of the platform that components touch while they are drawn. */
const Taro = {
  getStorageSync: (key: string) => kept.get(key) ?? "",
  setStorageSync: (key: string, value: unknown) => void kept.set(key, value),
  removeStorageSync: (key: string) => void kept.delete(key),
  getStorageInfoSync: () => ({ keys: [...kept.keys()] }),
  getAppBaseInfo: () => ({ fontSizeScaleFactor: 1 }),
  getWindowInfo: () => ({ statusBarHeight: 20, windowWidth: 390 }),
  getMenuButtonBoundingClientRect: () => ({ left: 296 }),
};

export default Taro;
export const useDidShow = (): void => undefined;
export const useDidHide = (): void => undefined;
export const useUnload = (): void => undefined;
