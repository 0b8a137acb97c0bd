import { resolve } from "node:path";

/** What `npm start` is told from outside. */
export interface StartSettings {
  root: string;
  port: number;
  sandboxPort: number;
  dataDir: string;
  /** A database of one's own; absent = one is started here. */
  mongodbUri: string | undefined;
  /** A real mini-program; absent = the sandbox plays WeChat. */
  wechat: { appid: string; secret: string } | undefined;
}

function portFrom(name: string, text: string | undefined, otherwise: number): number {
  const port = text === undefined || text === "" ? otherwise : Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`${name}: a port number is needed`);
  return port;
}

/** @throws Error when a port is not a number */
export function readSettings(root: string, env: NodeJS.ProcessEnv): StartSettings {
  const { WECHAT_APPID: appid, WECHAT_SECRET: secret } = env;
  return {
    root,
    port: portFrom("PORT", env["PORT"], 3000),
    sandboxPort: portFrom("SANDBOX_PORT", env["SANDBOX_PORT"], 3999),
    dataDir: resolve(root, env["DATA_DIR"] ?? ".data"),
    mongodbUri: env["MONGODB_URI"] || undefined,
    wechat: appid && secret ? { appid, secret } : undefined,
  };
}
