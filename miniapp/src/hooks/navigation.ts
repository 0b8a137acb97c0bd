import Taro from "@tarojs/taro";
import { ROUTES, TALENT_TABS, type RouteName, type TalentTab } from "../routes";

type Params = Record<string, string | undefined>;

function address(name: RouteName, params: Params): string {
  const pairs = Object.entries(params).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const query = pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
  return query === "" ? ROUTES[name] : `${ROUTES[name]}?${query}`;
}

function isTab(name: RouteName): name is TalentTab {
  return (TALENT_TABS as readonly RouteName[]).includes(name);
}

/** WeChat keeps at most ten pages; near that the present one gives way. */
const STACK_LIMIT = 9;

/** Opens a page on top of this one; a tab page is switched to. */
export function open(name: RouteName, params: Params = {}): void {
  if (isTab(name)) void Taro.switchTab({ url: ROUTES[name] });
  else if (Taro.getCurrentPages().length >= STACK_LIMIT) void Taro.redirectTo({ url: address(name, params) });
  else void Taro.navigateTo({ url: address(name, params) });
}

/** Opens a page in place of this one: going back does not return here. */
export function replace(name: RouteName, params: Params = {}): void {
  if (isTab(name)) void Taro.switchTab({ url: ROUTES[name] });
  else void Taro.redirectTo({ url: address(name, params) });
}

/** Opens a page and forgets all before it. */
export function restart(name: RouteName, params: Params = {}): void {
  void Taro.reLaunch({ url: address(name, params) });
}

/** Back to the page before, or to `fallback` where this page was opened first. */
export function back(fallback: RouteName = "home"): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else restart(fallback);
}

/** Parameters with which this page was opened, decoded. */
export function pageParams(): Record<string, string> {
  const params = Taro.getCurrentInstance().router?.params ?? {};
  return Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) =>
      typeof value === "string" ? [[key, decodeURIComponent(value)]] : [],
    ),
  );
}
