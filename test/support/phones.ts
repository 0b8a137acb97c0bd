import { builtMiniapp } from "./builtMiniapp";
import {
  createPhone,
  createWx,
  launch,
  type LaunchOptions,
  type MiniProgram,
  type RealWx,
} from "../weapp/host";
import type { WxOptions } from "../weapp/host/wx";
import type { TestServer } from "./testServer";

export type Phone = ReturnType<typeof createPhone>;

/** A phone in somebody's hand with the built mini-program open on it. */
export interface OpenPhone {
  mp: MiniProgram;
  wx: RealWx;
  /** What stays on the phone when the mini-program is closed. */
  phone: Phone;
}

export interface OpenPhoneOptions extends Omit<LaunchOptions, "dist" | "wx"> {
  /** The same phone again. */
  phone?: Phone;
  device?: WxOptions["device"];
}

/** Opens the built mini-program on the phone of a persona, pointed at this server, with the server's time. */
export async function openPhone(
  server: TestServer,
  persona: string,
  { phone = createPhone(), device, ...options }: OpenPhoneOptions = {},
): Promise<OpenPhone> {
  phone.storage["apiBaseUrl"] = JSON.stringify({ value: server.baseUrl });
  const wx = createWx({
    baseUrl: server.baseUrl,
    sandboxUrl: server.sandboxUrl,
    persona,
    phone,
    now: () => server.clock.now(),
    ...(device === undefined ? {} : { device }),
  });
  return { mp: await launch({ dist: builtMiniapp("weapp"), wx, ...options }), wx, phone };
}

/** Opens the page of a service notice, as a tap on it does. */
export async function openNotice(
  server: TestServer,
  persona: string,
  page: string,
  options: OpenPhoneOptions = {},
): Promise<OpenPhone> {
  const [start = "", query = ""] = page.split("?");
  const params = Object.fromEntries(new URLSearchParams(query));
  return openPhone(server, persona, { ...options, start, query: params, scene: 1107 });
}

/** Signs in on the phone as a person does: by WeChat's login, from the first page. */
export async function signInOn({ mp }: OpenPhone, landsOn: string): Promise<void> {
  await mp.tapText("登录");
  await mp.tapText("微信登录");
  await mp.waitForRoute(landsOn);
}
