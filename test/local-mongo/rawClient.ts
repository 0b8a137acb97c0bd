import { connect } from "node:net";
import type { Socket } from "node:net";
import { deserialize, serialize } from "bson";
import type { Document } from "bson";

const HEADER_BYTES = 16;
const OP_MSG = 2013;

/** Speaks the wire protocol without a driver, to send what drivers do not let through. */
export class RawClient {
  private constructor(
    private readonly socket: Socket,
    private readonly db: string,
  ) {}

  static connect(uri: string): Promise<RawClient> {
    const { hostname, port, pathname } = new URL(uri);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => resolve(new RawClient(socket, pathname.slice(1))));
      socket.once("error", reject);
    });
  }

  /** Sends one command and waits for its reply; one at a time. */
  command(command: Document): Promise<Document> {
    const body = serialize({ ...command, $db: this.db });
    const head = Buffer.alloc(HEADER_BYTES + 5);
    head.writeInt32LE(head.length + body.length, 0);
    head.writeInt32LE(OP_MSG, 12);
    this.socket.write(Buffer.concat([head, body]));
    return new Promise((resolve, reject) => {
      let bytes = Buffer.alloc(0);
      const take = (chunk: Buffer): void => {
        bytes = Buffer.concat([bytes, chunk]);
        if (bytes.length < HEADER_BYTES || bytes.length < bytes.readInt32LE(0)) return;
        this.socket.off("data", take);
        resolve(deserialize(bytes.subarray(HEADER_BYTES + 5)));
      };
      this.socket.on("data", take);
      this.socket.once("close", () => reject(new Error("the connection was closed")));
    });
  }

  close(): void {
    this.socket.destroy();
  }
}
