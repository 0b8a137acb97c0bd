import { Binary, Long, ObjectId, Timestamp, UUID } from "bson";
import { getField, isDoc } from "../bson/value";
import type { Doc } from "../bson/value";
import type { Handler, Handlers, Request } from "./handler";

export const MAX_DOCUMENT_BYTES = 16_777_216;
export const MAX_MESSAGE_BYTES = 48_000_000;
const VERSION = [7, 0, 14, 0] as const;
/** the wire version of MongoDB 7.0 */
const MAX_WIRE_VERSION = 21;
const SESSION_MINUTES = 30;
const ELECTION = new ObjectId("7fffffff0000000000000001");

/** The name an application gives itself in its greeting. */
export function appNameOf(command: Doc): string | undefined {
  const client = getField(command, "client");
  const application = isDoc(client) ? getField(client, "application") : undefined;
  const name = isDoc(application) ? getField(application, "name") : undefined;
  return typeof name === "string" ? name : undefined;
}

/** Presents the server as the primary of a replica set `rs0` with one member. */
function hello(_command: Doc, { engine, connection }: Request): Doc {
  const now = new Date();
  return {
    helloOk: true,
    ismaster: true,
    isWritablePrimary: true,
    hosts: [engine.address],
    setName: "rs0",
    setVersion: 1,
    secondary: false,
    primary: engine.address,
    me: engine.address,
    electionId: ELECTION,
    lastWrite: { opTime: { ts: clusterTime(now), t: Long.ONE }, lastWriteDate: now },
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    localTime: now,
    logicalSessionTimeoutMinutes: SESSION_MINUTES,
    connectionId: connection.id,
    minWireVersion: 0,
    maxWireVersion: MAX_WIRE_VERSION,
    readOnly: false,
  };
}

function clusterTime(now: Date): Timestamp {
  return new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });
}

function endSessions(command: Doc, { engine }: Request): Doc {
  const list = command["endSessions"];
  if (Array.isArray(list)) {
    for (const lsid of list) {
      const id = isDoc(lsid) ? lsid["id"] : undefined;
      if (id instanceof Binary) engine.cursors.killSession(id.toString("hex"));
    }
  }
  return {};
}

const nothing: Handler = () => ({});

function buildInfo(): Doc {
  return {
    version: VERSION.slice(0, 3).join("."),
    gitVersion: "local-mongo",
    modules: [],
    allocator: "system",
    versionArray: [...VERSION],
    bits: 64,
    debug: false,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    storageEngines: ["lmdb"],
  };
}

function serverStatus(_command: Doc, { engine }: Request): Doc {
  const now = new Date();
  const uptime = (now.getTime() - engine.startedAt.getTime()) / 1000;
  return {
    host: engine.address,
    version: VERSION.slice(0, 3).join("."),
    process: "local-mongo",
    pid: Long.fromNumber(process.pid),
    uptime,
    uptimeMillis: Long.fromNumber(Math.round(uptime * 1000)),
    localTime: now,
    connections: { current: engine.connections, available: 10_000 },
    mem: { bits: 64, resident: Math.round(process.memoryUsage().rss / 1_048_576), supported: true },
    metrics: { cursor: { open: { total: engine.cursors.size } } },
    storageEngine: { name: "lmdb", supportsCommittedReads: true, persistent: true },
    repl: { setName: "rs0", isWritablePrimary: true, hosts: [engine.address], me: engine.address },
  };
}

const PARAMETERS: Doc = {
  featureCompatibilityVersion: { version: "7.0" },
  requireApiVersion: false,
  authenticationMechanisms: [],
  enableTestCommands: true,
  transactionLifetimeLimitSeconds: 60,
};

function getParameter(command: Doc): Doc {
  if (command["getParameter"] === "*") return PARAMETERS;
  const found: Doc = {};
  for (const name of Object.keys(command)) {
    if (name !== "getParameter" && PARAMETERS[name] !== undefined) found[name] = PARAMETERS[name];
  }
  return found;
}

function configureFailPoint(command: Doc, { engine }: Request): Doc {
  const data = getField(command, "data");
  engine.failPoints.configure(getField(command, "mode"), isDoc(data) ? data : {});
  return {};
}

function replSetGetConfig(_command: Doc, { engine }: Request): Doc {
  return {
    config: {
      _id: "rs0",
      version: 1,
      term: 1,
      members: [{ _id: 0, host: engine.address, votes: 1, priority: 1 }],
    },
  };
}

function replSetGetStatus(_command: Doc, { engine }: Request): Doc {
  const member = { _id: 0, name: engine.address, health: 1, state: 1, stateStr: "PRIMARY", self: true };
  return { set: "rs0", date: new Date(), myState: 1, members: [member] };
}

/** Greeting, sessions, and what clients like to know of a server. */
export const handshakeHandlers: Handlers = {
  hello,
  ismaster: hello,
  isMaster: hello,
  ping: nothing,
  endSessions,
  startSession: () => ({ id: { id: new UUID().toBinary() }, timeoutMinutes: SESSION_MINUTES }),
  refreshSessions: nothing,
  killSessions: nothing,
  killAllSessions: nothing,
  killAllSessionsByPattern: nothing,
  logout: nothing,
  buildInfo,
  buildinfo: buildInfo,
  serverStatus,
  getParameter,
  setParameter: nothing,
  configureFailPoint,
  replSetGetStatus,
  replSetGetConfig,
  getCmdLineOpts: () => ({ argv: ["local-mongo"], parsed: {} }),
  getLog: () => ({ totalLinesWritten: 0, log: [] }),
  hostInfo: () => ({ system: { currentTime: new Date(), cpuAddrSize: 64 }, os: { type: process.platform } }),
  connectionStatus: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }),
  whatsmyuri: (_command, { connection }) => ({ you: connection.remoteAddress }),
  currentOp: () => ({ inprog: [] }),
  killOp: () => ({ info: "attempting to kill op" }),
  profile: () => ({ was: 0, slowms: 100, sampleRate: 1 }),
  fsync: () => ({ numFiles: 1 }),
};
