import type { Reader } from "../../../platform/auth/reader";
import { maySeePost } from "../policy";
import type { HandoverDocument } from "./model";

function takesPart(reader: Reader, { from, to }: Pick<HandoverDocument, "from" | "to">): boolean {
  return from.accountId === reader.accountId || to.accountId === reader.accountId;
}

/** The two of it see it, and whoever sees the plan of the post. */
export function maySeeHandover(reader: Reader, handover: HandoverDocument): boolean {
  return takesPart(reader, handover) || maySeePost(reader, handover);
}

/** Each of the two says once that the list has been read, when all cases have followed. */
export function mayAcknowledge(reader: Reader, { status, from, to }: HandoverDocument): boolean {
  const mine = [from, to].find(({ accountId }) => accountId === reader.accountId);
  return status === "done" && mine !== undefined && mine.acknowledgedAt === undefined;
}
