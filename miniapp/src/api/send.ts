import Taro from "@tarojs/taro";
import { NetworkError, storage } from "../platform";
import type { Send } from "./wire";

const TIMEOUT_MS = 15_000;

/**
 * Address of the API. A build made without a production address also honours the storage key `apiBaseUrl`, so that
 * tests and developers can point the same build at another server; a build with one ignores it.
 */
export function apiBaseUrl(): string {
  if (API_BASE_URL_IS_FIXED) return API_BASE_URL;
  return storage.read<string>("apiBaseUrl") ?? API_BASE_URL;
}

/** WeChat's or the browser's own transport. */
export const send: Send = async ({ method, path, headers, body }) => {
  try {
    const answer = await Taro.request<unknown>({
      url: `${apiBaseUrl()}${path}`,
      method,
      header: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { data: body as Record<string, unknown> }),
      dataType: "json",
      timeout: TIMEOUT_MS,
    });
    return { status: answer.statusCode, body: answer.data };
  } catch (error) {
    throw new NetworkError((error as { errMsg?: string }).errMsg ?? String(error));
  }
};
