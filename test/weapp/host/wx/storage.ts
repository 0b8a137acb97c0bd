import { WxFailure } from "../api";
import type { Phone, WxPart } from "./part";

/** WeChat's limits: 1 MB for one key, 10 MB for all. */
const KEY_LIMIT = 1024 * 1024;
const TOTAL_LIMIT_KB = 10 * 1024;

/** Storage that survives the launch, because it lives in `phone`. */
export function storagePart({ storage }: Phone): WxPart {
  const write = (key: string, value: unknown): void => {
    const text = JSON.stringify({ value });
    if (text.length > KEY_LIMIT) throw new WxFailure("entry size limit reached");
    storage[key] = text;
  };
  const read = (key: string): unknown =>
    (JSON.parse(storage[key] ?? '{"value":""}') as { value?: unknown }).value;
  const remove = (key: string): void => void delete storage[key];
  const clear = (): void => Object.keys(storage).forEach(remove);
  const info = (): object => ({
    keys: Object.keys(storage),
    currentSize: Math.ceil(Object.values(storage).join("").length / 1024),
    limitSize: TOTAL_LIMIT_KB,
  });
  return {
    asyncApis: {
      setStorage: ({ key, data }: { key: string; data: unknown }) => write(key, data),
      getStorage: ({ key }: { key: string }) => {
        if (!(key in storage)) throw new WxFailure("data not found");
        return { data: read(key) };
      },
      removeStorage: ({ key }: { key: string }) => remove(key),
      clearStorage: clear,
      getStorageInfo: info,
    },
    syncApis: {
      setStorageSync: write,
      getStorageSync: read,
      removeStorageSync: remove,
      clearStorageSync: clear,
      getStorageInfoSync: info,
    },
  };
}
