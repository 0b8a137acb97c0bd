import { createServer } from "node:http";
import type { Server } from "node:http";
import { createApp } from "./app";
import type { Credentials } from "./credentials";
import type { SandboxOptions } from "./sandbox";
import { createSandbox } from "./sandbox";

export type { Credentials } from "./credentials";
export type { SandboxOptions } from "./sandbox";

const LOOPBACK = "127.0.0.1";
/** Longer than clients keep idle connections, so that no call meets one which is just being closed. */
const KEEP_ALIVE = 65_000;

export interface RunningSandbox {
  /** Base address without a slash at the end: WeChat's paths and the control paths alike. */
  uri: string;
  port: number;
  credentials: Credentials;
  /** Writes the state file, gives up outstanding pushes and open connections. */
  stop(): Promise<void>;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/**
 * Starts a WeChat of one's own on loopback.
 * @param options.port 0 or nothing: a free one
 * @throws Error in production, or when the port is taken
 */
export async function startSandbox(
  options: SandboxOptions & { port?: number } = {},
): Promise<RunningSandbox> {
  if (process.env.NODE_ENV === "production") throw new Error("the WeChat sandbox never runs in production");
  const sandbox = createSandbox(options);
  const handle = createApp(sandbox).callback();
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE }, (request, response) => {
    void handle(request, response);
  });
  const port = await listen(server, options.port ?? 0);
  return {
    uri: `http://${LOOPBACK}:${port}`,
    port,
    credentials: sandbox.credentials,
    stop: async () => {
      sandbox.pusher.close();
      sandbox.state.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
