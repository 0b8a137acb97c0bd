import { createServer, type Server } from "node:http";
import type Koa from "koa";

/** A slow line may need minutes for ten megabytes; headers have to come at once. */
const REQUEST_TIMEOUT_MS = 300_000;
const HEADERS_TIMEOUT_MS = 20_000;
/** Longer than a reverse proxy keeps its idle connections. */
const KEEP_ALIVE_MS = 65_000;
const FINISH_WITHIN_MS = 10_000;
/** While stopping, connections whose request has ended are closed this soon. */
const IDLE_CHECK_MS = 50;

export interface HttpServer {
  port: number;
  /** Stops accepting and waits for the requests in hand, for at most ten seconds. */
  close(): Promise<void>;
}

function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/** @throws Error `EADDRINUSE` when the port is taken */
export async function serve(app: Koa, port: number, host: string | undefined): Promise<HttpServer> {
  const handle = app.callback();
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (req, res) => void handle(req, res));
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  const bound = await listen(server, port, host);
  return {
    port: bound,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
      const hurry = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN_MS);
      await closed;
      clearInterval(idle);
      clearTimeout(hurry);
    },
  };
}
