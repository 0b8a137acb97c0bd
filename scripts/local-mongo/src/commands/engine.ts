import type { Store } from "../store/store";
import { Cursors } from "./cursors";
import { FailPoints } from "./failPoints";

/** What the commands share. */
export class Engine {
  readonly cursors = new Cursors();
  readonly failPoints = new FailPoints();
  readonly startedAt = new Date();
  /** the address that clients reach the server by, as the replica set's only member */
  address = "127.0.0.1:27017";

  /** open client connections */
  connections = 0;

  constructor(readonly store: Store) {}
}
