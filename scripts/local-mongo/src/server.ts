import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { chmodSync, rmSync } from "node:fs";
import { Engine } from "./commands/engine";
import { startMaintenance } from "./commands/maintenance";
import { Store } from "./store/store";
import { serveConnection } from "./wire/connection";

export interface ServerOptions {
  /** data directory */
  path: string;
  /** TCP port on 127.0.0.1; 0 takes a free one */
  port: number;
  /** listen on a unix socket instead */
  socket?: string | undefined;
  /** how often expired documents are removed, in milliseconds */
  ttlMs: number;
}

export interface RunningServer {
  uri: string;
  port: number;
  /** Finishes the writes in hand and closes the data directory. */
  close(): Promise<void>;
}

const HOST = "127.0.0.1";

function listen(server: ReturnType<typeof createServer>, { port, socket }: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    if (socket === undefined) return void server.listen(port, HOST, resolve);
    rmSync(socket, { force: true });
    server.listen(socket, () => {
      chmodSync(socket, 0o600);
      resolve();
    });
  });
}

/**
 * Opens the data directory and accepts clients, on loopback only.
 * @throws DirectoryInUse, or an error of the network when the port is taken
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const store = new Store(options.path);
  const engine = new Engine(store);
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    engine.connections = sockets.size;
    socket.once("close", () => {
      sockets.delete(socket);
      engine.connections = sockets.size;
    });
    serveConnection(socket, engine, ++connections);
  });
  try {
    await listen(server, options);
  } catch (error) {
    await store.close();
    throw error;
  }
  const address = server.address() as AddressInfo | string;
  const port = typeof address === "string" ? 0 : address.port;
  engine.address = options.socket ?? `${HOST}:${port}`;
  const stopMaintenance = startMaintenance(engine, options.ttlMs);
  const host = options.socket === undefined ? engine.address : encodeURIComponent(options.socket);
  return {
    uri: `mongodb://${host}/?replicaSet=rs0&directConnection=true`,
    port,
    close: async () => {
      stopMaintenance();
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
      await store.close();
    },
  };
}
