import { MongoError } from "../errors";
import { decode } from "../bson/decode";
import type { Doc } from "../bson/value";

/** Kinds of wire protocol messages. */
export const OPCODE = { reply: 1, query: 2004, message: 2013 } as const;

const HEADER_BYTES = 16;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;

export interface Message {
  requestId: number;
  opcode: typeof OPCODE.query | typeof OPCODE.message;
  command: Doc;
  /** documents beside the command, by the field they belong to */
  sequences: Map<string, Buffer[]>;
  /** whether the client waits for a reply */
  wantsReply: boolean;
}

function readSequence(bytes: Buffer, start: number, end: number): [string, Buffer[]] {
  const nameEnd = bytes.indexOf(0, start);
  const name = bytes.toString("utf8", start, nameEnd);
  const docs: Buffer[] = [];
  let at = nameEnd + 1;
  while (at < end) {
    const length = bytes.readInt32LE(at);
    if (length < 5 || at + length > end)
      throw new MongoError(22, "a document sequence holds a damaged document");
    docs.push(bytes.subarray(at, at + length));
    at += length;
  }
  return [name, docs];
}

function readOpMessage(bytes: Buffer): Message {
  const flags = bytes.readUInt32LE(HEADER_BYTES);
  const end = bytes.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  const sequences = new Map<string, Buffer[]>();
  let command: Doc | undefined;
  let at = HEADER_BYTES + 4;
  while (at < end) {
    const kind = bytes[at++];
    const length = bytes.readInt32LE(at);
    if (kind === 0) command = decode(bytes, at);
    else if (kind === 1) sequences.set(...readSequence(bytes, at + 4, at + length));
    else throw new MongoError(17, `unknown section kind ${kind}`);
    at += length;
  }
  if (!command) throw new MongoError(17, "a message holds no command");
  const requestId = bytes.readInt32LE(4);
  return { requestId, opcode: OPCODE.message, command, sequences, wantsReply: (flags & MORE_TO_COME) === 0 };
}

/** The old form, in which clients still send their first greeting. */
function readOpQuery(bytes: Buffer): Message {
  const nameStart = HEADER_BYTES + 4;
  const nameEnd = bytes.indexOf(0, nameStart);
  const command = decode(bytes, nameEnd + 9);
  const db = bytes.toString("utf8", nameStart, nameEnd).replace(/\.\$cmd$/, "");
  const requestId = bytes.readInt32LE(4);
  return {
    requestId,
    opcode: OPCODE.query,
    command: { ...command, $db: db },
    sequences: new Map(),
    wantsReply: true,
  };
}

/** @throws MongoError 17 for a message of another kind */
export function readMessage(bytes: Buffer): Message {
  const opcode = bytes.readInt32LE(12);
  if (opcode === OPCODE.message) return readOpMessage(bytes);
  if (opcode === OPCODE.query) return readOpQuery(bytes);
  throw new MongoError(17, `unsupported operation code ${opcode}`);
}

/** The head of a reply with a body of so many bytes. */
export function replyHeader(
  bodyBytes: number,
  requestId: number,
  responseTo: number,
  opcode: number,
): Buffer {
  const isMessage = opcode === OPCODE.message;
  const header = Buffer.alloc(HEADER_BYTES + (isMessage ? 5 : 20));
  header.writeInt32LE(header.length + bodyBytes, 0);
  header.writeInt32LE(requestId, 4);
  header.writeInt32LE(responseTo, 8);
  header.writeInt32LE(isMessage ? OPCODE.message : OPCODE.reply, 12);
  if (!isMessage) {
    header.writeInt32LE(8, HEADER_BYTES);
    header.writeInt32LE(1, HEADER_BYTES + 16);
  }
  return header;
}
