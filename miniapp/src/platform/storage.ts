import Taro from "@tarojs/taro";

/** What the app keeps on the device. Reading what is missing or broken answers `undefined`, never throws. */
export const storage = {
  read<T>(key: string): T | undefined {
    try {
      const value: unknown = Taro.getStorageSync(key);
      return value === "" || value === undefined || value === null ? undefined : (value as T);
    } catch {
      return undefined;
    }
  },
  /** Keeping is a convenience: a full device must not stop the person, so a failed write is only reported. */
  write(key: string, value: unknown): boolean {
    try {
      Taro.setStorageSync(key, value);
      return true;
    } catch {
      return false;
    }
  },
  remove(key: string): void {
    try {
      Taro.removeStorageSync(key);
    } catch {
      // Nothing was kept, which is what was asked for.
    }
  },
  keys(): string[] {
    try {
      return Taro.getStorageInfoSync().keys;
    } catch {
      return [];
    }
  },
};
