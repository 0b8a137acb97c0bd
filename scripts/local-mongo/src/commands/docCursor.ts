import { encode } from "../bson/encode";
import type { Doc } from "../bson/value";
import { optionalCount, optionalDoc } from "./arguments";
import type { RawReply, Request } from "./handler";

/** A cursor over documents that are at hand. */
export function docCursor(
  request: Request,
  ns: string,
  docs: readonly Doc[],
  command: Doc,
): Promise<RawReply> {
  const cursor = optionalDoc(command, "cursor") ?? {};
  const batchSize = optionalCount(cursor, "batchSize");
  return request.engine.cursors.first(ns, docs.map(encode)[Symbol.iterator](), {
    batchSize,
    session: request.session,
  });
}
