import type { AsyncApi, SyncApi } from "../api";

/** A group of `wx` functions. */
export interface WxPart {
  asyncApis?: Record<string, AsyncApi>;
  syncApis?: Record<string, SyncApi>;
}

/** What stays on the phone when the mini-program is closed. Pass the same to a second launch. */
export interface Phone {
  /** `wx.setStorage`, each value as JSON. */
  storage: Record<string, string>;
  /** Files under `wxfile://usr`. */
  files: Map<string, Uint8Array>;
}

export function createPhone(): Phone {
  return { storage: {}, files: new Map() };
}

/** Joins parts; a later one replaces functions of an earlier one. */
export function joinParts(parts: WxPart[]): Required<WxPart> {
  return {
    asyncApis: Object.assign({}, ...parts.map((part) => part.asyncApis)) as Record<string, AsyncApi>,
    syncApis: Object.assign({}, ...parts.map((part) => part.syncApis)) as Record<string, SyncApi>,
  };
}

/** Functions that only answer "ok". */
export function acknowledged(...names: string[]): Record<string, AsyncApi> {
  return Object.fromEntries(names.map((name) => [name, () => ({})]));
}
