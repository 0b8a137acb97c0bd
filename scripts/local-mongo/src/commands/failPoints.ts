import { MongoError } from "../errors";
import { getField, isDoc, isTruthy, toNumber } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import type { Connection } from "./handler";

interface FailPoint {
  data: Doc;
  /** how often it still strikes; Infinity for always */
  left: number;
  skip: number;
}

/** Thrown to end a connection without an answer. */
export class CloseConnection extends Error {}

/**
 * The `failCommand` fail point, with which drivers and their users try out how they take failures: errors, lost
 * connections and delays on request.
 */
export class FailPoints {
  private point: FailPoint | undefined;

  configure(mode: Value, data: Doc): void {
    if (mode === "off") this.point = undefined;
    else if (isDoc(mode)) {
      const times = getField(mode, "times");
      this.point = {
        data,
        left: times === undefined ? Infinity : toNumber(times),
        skip: toNumber(mode["skip"] ?? 0),
      };
    } else this.point = { data, left: Infinity, skip: 0 };
  }

  /** What strikes the command, if anything. Counts it. */
  private strike(command: string, connection: Connection): Doc | undefined {
    const { point } = this;
    if (!point) return undefined;
    const { failCommands, appName } = point.data;
    if (!Array.isArray(failCommands) || !failCommands.includes(command)) return undefined;
    if (appName !== undefined && appName !== connection.appName) return undefined;
    if (point.skip > 0) {
      point.skip--;
      return undefined;
    }
    if (point.left <= 0) return undefined;
    point.left--;
    return point.data;
  }

  /**
   * Lets a configured failure happen before a command is run.
   * @returns what to add to the reply of a command that runs nevertheless
   * @throws MongoError or CloseConnection
   */
  async before(command: string, connection: Connection): Promise<Doc> {
    const data = this.strike(command, connection);
    if (!data) return {};
    if (isTruthy(data["blockConnection"])) {
      await new Promise((resolve) => setTimeout(resolve, toNumber(data["blockTimeMS"] ?? 0)));
    }
    if (isTruthy(data["closeConnection"])) throw new CloseConnection();
    const labels: Doc = Array.isArray(data["errorLabels"]) ? { errorLabels: data["errorLabels"] } : {};
    if (data["errorCode"] !== undefined) {
      throw new MongoError(
        toNumber(data["errorCode"]),
        "Failing command via 'failCommand' failpoint",
        labels,
      );
    }
    const { writeConcernError } = data;
    return isDoc(writeConcernError) ? { writeConcernError, ...labels } : {};
  }
}
