import { Account } from "./wx/account";
import type { LocalWxOptions, PhoneWx } from "./wx/local";
import { createLocalWx } from "./wx/local";
import { Network } from "./wx/network";

export { createPhone } from "./wx/part";

export interface WxOptions extends LocalWxOptions {
  /** Origin of the product's server. */
  baseUrl: string;
  /** Origin of the WeChat sandbox. */
  sandboxUrl: string;
  /** The sandbox's id of the person who holds the phone. */
  persona: string;
  /** Address that the build was told; requests to it go to `baseUrl`. */
  builtInUrl?: string;
}

/** A phone whose network is real and whose WeChat is the sandbox. */
export interface RealWx extends PhoneWx {
  account: Account;
  /** Every request, in order. */
  network: Network;
}

const BUILT_IN_URL = "http://127.0.0.1:3000";

/**
 * A realistic `wx`: requests, uploads and downloads over HTTP to `baseUrl`, login, consent and payment through the
 * sandbox. Pass the same `phone` to a second launch to keep what the mini-program stored.
 */
export function createWx(options: WxOptions): RealWx {
  const { baseUrl, sandboxUrl, persona, builtInUrl = BUILT_IN_URL } = options;
  const made: { account?: Account; network?: Network } = {};
  const local = createLocalWx(options, ({ device, files }) => {
    made.account = new Account({ sandboxUrl, persona, device });
    made.network = new Network({ baseUrl, builtInUrl, device, files });
    return [made.account.part(), made.network.part()];
  });
  const { account, network } = made as Required<typeof made>;
  const close = (): void => {
    network.close();
    local.close();
  };
  return { ...local, account, network, close };
}
