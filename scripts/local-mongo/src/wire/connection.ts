import type { Socket } from "node:net";
import { dispatch } from "../commands/dispatch";
import type { Engine } from "../commands/engine";
import { RawReply } from "../commands/handler";
import type { Connection } from "../commands/handler";
import { encode } from "../bson/encode";
import { Framing } from "./framing";
import { readMessage, replyHeader } from "./message";

let lastRequestId = 0;

/** Serves one client: its messages are answered one after another, in order. */
export function serveConnection(socket: Socket, engine: Engine, id: number): void {
  const framing = new Framing();
  const connection: Connection = {
    id,
    remoteAddress: `${socket.remoteAddress ?? "local"}:${socket.remotePort ?? 0}`,
    appName: undefined,
  };
  let turn: Promise<void> = Promise.resolve();
  const give = (message: Buffer): void => {
    turn = turn.then(() => answer(message)).catch(() => void socket.destroy());
  };
  async function answer(bytes: Buffer): Promise<void> {
    const { command, sequences, requestId, opcode, wantsReply } = readMessage(bytes);
    const reply = await dispatch(engine, command, sequences, connection);
    if (!reply) return void socket.destroy();
    if (!wantsReply || socket.destroyed) return;
    const body = reply instanceof RawReply ? reply.bytes : encode(reply);
    lastRequestId = (lastRequestId + 1) | 0;
    socket.cork();
    socket.write(replyHeader(body.length, lastRequestId, requestId, opcode));
    socket.write(body);
    socket.uncork();
  }
  socket.setNoDelay(true);
  socket.on("error", () => socket.destroy());
  socket.on("data", (chunk: Buffer) => {
    try {
      framing.push(chunk).forEach(give);
    } catch {
      socket.destroy();
    }
  });
}
