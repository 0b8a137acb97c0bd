import { createKeyring } from "../../server/platform/crypto/keyring";
import { readConfig } from "../../server/platform/config";
import { forgetHalls } from "../../server/features/counters/index";
import { forgetCatalogue } from "../../server/features/catalogue/index";
import { forgetPosts } from "../../server/features/posts/index";
import { loadDemonstration } from "../../scripts/seed/load";
import { builtMiniapp } from "./builtMiniapp";
import { TEST_NOW, startTestServer, type TestServer, type TestServerOptions } from "./testServer";

/** Address without a server, for a configuration of which only the secrets are used. */
const NOWHERE = "http://127.0.0.1:1";

/** The keyring of a server that runs on the development secrets of trying out. */
function developmentKeyring() {
  const env = { MONGODB_URI: "mongodb://127.0.0.1:1/unused", TRYOUT: "1", SANDBOX_URL: NOWHERE };
  return createKeyring(readConfig(env).secrets);
}

/** A whole server with the demonstration data as of `now`, so that every persona of the sandbox is somebody. */
export async function startDemonstration(options: TestServerOptions = {}): Promise<TestServer> {
  const server = await startTestServer(options);
  await loadDemonstration(new Date(options.now ?? TEST_NOW), developmentKeyring());
  forgetCatalogue();
  forgetPosts();
  forgetHalls();
  return server;
}

/** The same, serving the browser build too. */
export function startDemonstrationWeb(): Promise<TestServer> {
  return startDemonstration({ env: { STATIC_DIR: builtMiniapp("h5") } });
}
