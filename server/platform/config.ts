import * as z from "zod/mini";
import { ConfigError } from "./configError";
import { derivedPushSecrets, keysFrom, type Secrets } from "./secrets";
import { sourceConnections, sourceSettings, type SourceConnections } from "./sourceConnections";

const flag = z.pipe(
  z._default(z.enum(["", "0", "1"]), "0"),
  z.transform((text) => text === "1"),
);
const optionalText = z.optional(z.string());
const address = z.string().check(z.regex(/^https?:\/\/[^\s/]+(\/.*)?$/));
const roles = z.pipe(
  z._default(z.string().check(z.regex(/^(web|worker)(,(web|worker))*$/)), "web,worker"),
  z.transform((text) => new Set(text.split(",") as ServerRole[])),
);

const WECHAT_API = "https://api.weixin.qq.com";

const environmentSchema = z.object({
  NODE_ENV: z._default(z.string(), "development"),
  PORT: z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(65535)), 3000),
  HOST: optionalText,
  MONGODB_URI: z.string().check(z.regex(/^mongodb(\+srv)?:\/\//)),
  WECHAT_APPID: optionalText,
  WECHAT_SECRET: optionalText,
  WECHAT_API_BASE_URL: z.optional(address),
  WECHAT_PUSH_TOKEN: optionalText,
  WECHAT_PUSH_AES_KEY: z.optional(z.string().check(z.regex(/^[A-Za-z0-9]{43}$/))),
  WECHAT_PAGE_STATE: z._default(z.enum(["formal", "trial", "developer"]), "formal"),
  WECHAT_TEMPLATES: optionalText,
  TOKEN_SECRET: optionalText,
  FIELD_KEYS: optionalText,
  BLIND_INDEX_KEY: optionalText,
  ROLES: roles,
  TRYOUT: flag,
  SANDBOX_URL: z.optional(address),
  METRICS_TOKEN: z.optional(z.string().check(z.minLength(16))),
  STATIC_DIR: optionalText,
  LOG_LEVEL: z._default(z.enum(["fatal", "error", "warn", "info", "debug", "silent"]), "info"),
  TRUST_PROXY: flag,
  CALLS_PER_MINUTE: z._default(z.coerce.number().check(z.int(), z.gte(1)), 1200),
  CHECK_ANSWERS: flag,
  FILING_NUMBER: optionalText,
  ...sourceSettings,
});

/** A message template that the account has chosen from WeChat's library. */
export interface WechatTemplate {
  id: string;
  /** One acceptance allows any number of messages (政务民生 and the like). */
  longTerm: boolean;
}

export type ServerRole = "web" | "worker";

/** Everything the process is told from outside, checked once at start. */
export interface Config {
  production: boolean;
  port: number;
  host: string | undefined;
  mongodbUri: string;
  wechat: {
    /** Empty while trying out until the sandbox has told it. */
    appid: string;
    secret: string;
    apiBaseUrl: string;
    push: { token: string; aesKey: string | undefined } | undefined;
    /** Which version of the mini-program a message opens. */
    pageState: "formal" | "trial" | "developer";
    /** Template title → the template of the account's console. */
    templates: Readonly<Record<string, WechatTemplate>>;
  };
  secrets: Secrets;
  roles: ReadonlySet<ServerRole>;
  /** The clock may be moved and personas used. Never in production. */
  tryOut: boolean;
  /** Address of the WeChat sandbox; only while trying out. */
  sandboxUrl: string | undefined;
  metricsToken: string | undefined;
  /** Folder of the browser build; absent = the API alone. */
  staticDir: string | undefined;
  logLevel: string;
  /** Behind a reverse proxy that sets `X-Forwarded-For`. */
  trustProxy: boolean;
  /** Calls per minute and caller that the general limit admits. */
  callsPerMinute: number;
  /** Answers are checked against the contract before they leave; costs time, so only in tests. */
  checkAnswers: boolean;
  filingNumber: string | undefined;
  /** Where a talent's stay is verified. */
  sources: SourceConnections;
}

type Environment = z.output<typeof environmentSchema>;

const templatesSchema = z.record(
  z.string(),
  z.union([z.string(), z.strictObject({ id: z.string(), longTerm: z.boolean() })]),
);

function parseTemplates(text: string | undefined): Record<string, WechatTemplate> {
  if (text === undefined) return {};
  try {
    return Object.fromEntries(
      Object.entries(templatesSchema.parse(JSON.parse(text))).map(([title, template]) => [
        title,
        typeof template === "string" ? { id: template, longTerm: false } : template,
      ]),
    );
  } catch {
    throw new ConfigError(
      "WECHAT_TEMPLATES: a JSON object is needed, template titles to template ids or to {id, longTerm}",
    );
  }
}

function refuseUnsafeProduction(environment: Environment): void {
  if (environment.TRYOUT)
    throw new ConfigError("TRYOUT=1 is refused in production: anybody could be anybody");
  if (environment.SANDBOX_URL !== undefined)
    throw new ConfigError("SANDBOX_URL is refused in production: the sandbox is for trying out");
  if (!(environment.WECHAT_API_BASE_URL ?? WECHAT_API).startsWith("https://"))
    throw new ConfigError("WECHAT_API_BASE_URL must begin with https:// in production");
}

function wechatFrom(environment: Environment): Config["wechat"] {
  const sandbox = environment.TRYOUT ? environment.SANDBOX_URL : undefined;
  const { WECHAT_APPID: appid = sandbox && "", WECHAT_SECRET: secret = sandbox && "" } = environment;
  if (appid === undefined || secret === undefined)
    throw new ConfigError("WECHAT_APPID and WECHAT_SECRET are needed: they name the mini-program");
  const tryOutPush = sandbox === undefined ? undefined : derivedPushSecrets();
  const token = environment.WECHAT_PUSH_TOKEN ?? tryOutPush?.token;
  const aesKey = environment.WECHAT_PUSH_AES_KEY ?? tryOutPush?.aesKey;
  return {
    appid,
    secret,
    apiBaseUrl: (environment.WECHAT_API_BASE_URL ?? sandbox ?? WECHAT_API).replace(/\/+$/, ""),
    push: token === undefined ? undefined : { token, aesKey },
    pageState: environment.WECHAT_PAGE_STATE,
    templates: parseTemplates(environment.WECHAT_TEMPLATES),
  };
}

function parseEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = environmentSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map((issue) => `${issue.path.join(".")} (${issue.message})`);
  throw new ConfigError(`these settings are missing or wrong: ${names.join("; ")}`);
}

/**
 * Reads the environment.
 * @throws ConfigError naming every setting that is missing, wrong or unsafe in production
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const environment = parseEnvironment(env);
  const production = environment.NODE_ENV === "production";
  if (production) refuseUnsafeProduction(environment);
  return {
    production,
    port: environment.PORT,
    host: environment.HOST,
    mongodbUri: environment.MONGODB_URI,
    wechat: wechatFrom(environment),
    secrets: keysFrom(
      {
        tokenSecret: environment.TOKEN_SECRET,
        fieldKeys: environment.FIELD_KEYS,
        blindIndexKey: environment.BLIND_INDEX_KEY,
      },
      environment.TRYOUT,
    ),
    roles: environment.ROLES,
    tryOut: environment.TRYOUT,
    sandboxUrl: environment.TRYOUT ? environment.SANDBOX_URL?.replace(/\/+$/, "") : undefined,
    metricsToken: environment.METRICS_TOKEN,
    staticDir: environment.STATIC_DIR,
    logLevel: environment.LOG_LEVEL,
    trustProxy: environment.TRUST_PROXY,
    callsPerMinute: environment.CALLS_PER_MINUTE,
    checkAnswers: environment.CHECK_ANSWERS,
    filingNumber: environment.FILING_NUMBER,
    sources: sourceConnections(environment, production),
  };
}
