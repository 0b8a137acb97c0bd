import { readConfig } from "../../../server/platform/config";

const base64 = Buffer.alloc(32, 7).toString("base64");
const PRODUCTION = {
  NODE_ENV: "production",
  MONGODB_URI: "mongodb://db/talent",
  WECHAT_APPID: "wx0123456789abcdef",
  WECHAT_SECRET: "secret",
  TOKEN_SECRET: base64,
  FIELD_KEYS: `k2:${base64},k1:${base64}`,
  BLIND_INDEX_KEY: base64,
};
const TRY_OUT = { MONGODB_URI: "mongodb://127.0.0.1/x", TRYOUT: "1", SANDBOX_URL: "http://127.0.0.1:3999/" };

test("reads a production environment", () => {
  const config = readConfig(PRODUCTION);
  expect(config).toMatchObject({ production: true, port: 3000, tryOut: false, sandboxUrl: undefined });
  expect(config.wechat.apiBaseUrl).toBe("https://api.weixin.qq.com");
  expect([...config.secrets.fieldKeys.keys()]).toEqual(["k2", "k1"]);
  expect([...config.roles]).toEqual(["web", "worker"]);
});

test.each(["TOKEN_SECRET", "FIELD_KEYS", "BLIND_INDEX_KEY"])(
  "refuses production without %s, by name",
  (name) => {
    expect(() => readConfig({ ...PRODUCTION, [name]: undefined })).toThrow(`${name}: secrets are missing`);
    expect(() => readConfig({ ...PRODUCTION, NODE_ENV: "development", [name]: "" })).toThrow(
      "secrets are missing",
    );
  },
);

test("refuses in production whatever belongs to trying out", () => {
  expect(() => readConfig({ ...PRODUCTION, TRYOUT: "1" })).toThrow("TRYOUT=1 is refused");
  expect(() => readConfig({ ...PRODUCTION, SANDBOX_URL: "http://127.0.0.1:3999" })).toThrow(
    "SANDBOX_URL is refused",
  );
  expect(() => readConfig({ ...PRODUCTION, WECHAT_API_BASE_URL: "http://127.0.0.1:3999" })).toThrow(
    "https://",
  );
});

test("names every setting that is missing or wrong", () => {
  expect(() => readConfig({ PORT: "70000" })).toThrow(/MONGODB_URI.*|PORT.*/);
  expect(() => readConfig({ ...PRODUCTION, ROLES: "web,king" })).toThrow("ROLES");
  expect(() => readConfig({ ...PRODUCTION, FIELD_KEYS: "k1:short" })).toThrow("FIELD_KEYS");
  expect(() => readConfig({ ...PRODUCTION, WECHAT_SECRET: undefined })).toThrow(
    "WECHAT_APPID and WECHAT_SECRET",
  );
  expect(() => readConfig({ ...PRODUCTION, WECHAT_TEMPLATES: "[1]" })).toThrow("WECHAT_TEMPLATES");
});

const SOURCE = "SOURCE_SOCIAL_INSURANCE";
const INSURANCE = {
  [`${SOURCE}_URL`]: "https://insurance.example/ask",
  [`${SOURCE}_SECRET`]: "sixteen-characters",
};

test("connects the verification sources that have an address", () => {
  expect(readConfig({ ...PRODUCTION, ...INSURANCE }).sources).toEqual({
    socialInsurance: { url: "https://insurance.example/ask", secret: "sixteen-characters" },
    registeredEmployer: undefined,
    discreditList: undefined,
  });
});

test.each([
  [{ [`${SOURCE}_SECRET`]: undefined }, `${SOURCE}_SECRET is needed beside ${SOURCE}_URL`],
  [{ [`${SOURCE}_SECRET`]: "short" }, `${SOURCE}_SECRET`],
  [{ [`${SOURCE}_URL`]: "insurance.example" }, `${SOURCE}_URL`],
  [{ [`${SOURCE}_URL`]: "http://insurance.example/ask" }, `${SOURCE}_URL must begin with https://`],
])("refuses a source in production with %j", (wrong, sentence) => {
  expect(() => readConfig({ ...PRODUCTION, ...INSURANCE, ...wrong })).toThrow(sentence);
});

test("derives secrets only while trying out, the same in every process", () => {
  const [one, two] = [readConfig(TRY_OUT), readConfig(TRY_OUT)];
  expect(one.secrets.tokenSecret.equals(two.secrets.tokenSecret)).toBe(true);
  expect(one.wechat).toMatchObject({ apiBaseUrl: "http://127.0.0.1:3999", push: two.wechat.push });
  expect(one.wechat.push?.aesKey).toMatch(/^[A-Za-z0-9]{43}$/);
});

test("takes templates by id alone or with their kind", () => {
  const WECHAT_TEMPLATES = JSON.stringify({ 办结通知: "abc", 待办任务通知: { id: "def", longTerm: true } });
  expect(readConfig({ ...PRODUCTION, WECHAT_TEMPLATES }).wechat.templates).toEqual({
    办结通知: { id: "abc", longTerm: false },
    待办任务通知: { id: "def", longTerm: true },
  });
});
