import { mkdtempSync } from "node:fs";
import { serverEnvironment } from "../../scripts/start/server";
import { localSecrets } from "../../scripts/start/secrets";
import { readSettings } from "../../scripts/start/settings";
import { readConfig } from "../../server/platform/config";

const SANDBOX = { uri: "http://127.0.0.1:3999", appid: "wx0123456789abcdef", secret: "0123456789abcdef" };
const MONGO = "mongodb://127.0.0.1/talent";
const secrets = localSecrets(mkdtempSync("/tmp/start-"));

test("the server that is tried out asks the sandbox's verification sources", () => {
  const { sources, tryOut } = readConfig(serverEnvironment(readSettings("/", {}), MONGO, SANDBOX, secrets));
  expect(tryOut).toBe(true);
  expect(sources).toEqual({
    socialInsurance: { url: `${SANDBOX.uri}/verification/social-insurance`, secret: SANDBOX.secret },
    registeredEmployer: { url: `${SANDBOX.uri}/verification/registered-employer`, secret: SANDBOX.secret },
    discreditList: { url: `${SANDBOX.uri}/verification/discredit-list`, secret: SANDBOX.secret },
  });
});

test("with a mini-program of one's own no source is connected unless the environment says so", () => {
  const settings = readSettings("/", { WECHAT_APPID: SANDBOX.appid, WECHAT_SECRET: "secret" });
  const { sources } = readConfig(serverEnvironment(settings, MONGO, undefined, secrets));
  expect(Object.values(sources)).toEqual([undefined, undefined, undefined]);
});
