import type { ApiCall } from "../api";
import type { ViewCommands } from "../protocol";
import type { Navigation, NavigationKind } from "./navigation";
import { createSilentObserver } from "./selectorQuery";
import type { Timers } from "./timers";
import type { WxObject } from "./wxObject";

interface HostParts {
  navigation: Navigation;
  timers: Timers;
  view: ViewCommands;
  launch: unknown;
  createSelectorQuery: () => unknown;
}

interface Destination {
  url: string;
  events?: Record<string, (...values: unknown[]) => void>;
}

const KINDS: NavigationKind[] = ["navigateTo", "redirectTo", "switchTab", "reLaunch"];

/** The functions of `wx` that only the host can answer: pages, the drawn screen, the launch. */
export function defineHostApis(wx: WxObject, parts: HostParts): void {
  for (const kind of KINDS) {
    // A promise made by the scripts' realm may not carry a live channel: adopting leaves functions and drops prototypes.
    wx.defineAsync(kind, async (options: Destination) => {
      const { eventChannel } = await parts.navigation.go(kind, options);
      return eventChannel ? { eventChannel: liveChannel(eventChannel as Channel) } : {};
    });
  }
  wx.defineAsync("navigateBack", async ({ delta = 1 }: { delta?: number }) => {
    await parts.navigation.back(delta);
  });
  wx.defineAsync(
    "pageScrollTo",
    async ({ scrollTop, selector }: { scrollTop?: number; selector?: string }, _: ApiCall) => {
      await parts.view.scrollTo({ id: parts.navigation.top.id, scrollTop, selector });
    },
  );
  wx.defineSync("getLaunchOptionsSync", () => parts.launch);
  wx.defineSync("getEnterOptionsSync", () => parts.launch);
  wx.defineSync("nextTick", (run: () => void) => void parts.timers.setTimeout(run, 0));
  wx.defineSync("createSelectorQuery", parts.createSelectorQuery);
  wx.defineSync("createIntersectionObserver", createSilentObserver);
}

type Channel = Record<"on" | "once" | "off" | "emit", (...values: unknown[]) => void>;

function liveChannel(channel: Channel): Channel {
  const bound =
    (name: keyof Channel) =>
    (...values: unknown[]) =>
      channel[name](...values);
  return { on: bound("on"), once: bound("once"), off: bound("off"), emit: bound("emit") };
}
