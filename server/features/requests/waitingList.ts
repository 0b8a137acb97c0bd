import type { Reader } from "../../platform/auth/reader";
import type { RequestDocument } from "./document";
import { RequestModel } from "./model";
import { caseScopes } from "./policy";
import { accountKey, waitingEntries } from "./waiting";

/** So many cases may wait for one person before the list says that there are more. */
export const WAITING_CAP = 100;

interface WaitingCase {
  request: RequestDocument;
  waiting: ReturnType<typeof waitingEntries>;
}

/** The cases that wait for one key, soonest due first, from the index of what waits. */
export function waitingQuery(key: string) {
  return RequestModel.find({ waiting: key })
    .sort({ laneAt: 1, _id: 1 })
    .limit(WAITING_CAP + 1)
    .lean<RequestDocument[]>();
}

const FAR = Number.MAX_SAFE_INTEGER;

function soonest({ waiting }: WaitingCase): number {
  return Math.min(...waiting.map(({ dueAt }) => dueAt?.getTime() ?? FAR));
}

/** What waits for this reader by name, and for the part of the staff that the reader belongs to. */
export async function waitingFor(reader: Reader): Promise<{ cases: WaitingCase[]; capped: boolean }> {
  const keys = [accountKey(reader.accountId), ...caseScopes(reader)];
  const pages = await Promise.all(keys.map((key) => waitingQuery(key).exec()));
  const rows = new Map(pages.flat().map((row) => [row._id.toHexString(), row]));
  const cases = [...rows.values()]
    .map((request) => ({
      request,
      waiting: waitingEntries(request).filter(({ key }) => keys.includes(key)),
    }))
    .sort((a, b) => soonest(a) - soonest(b));
  return { cases: cases.slice(0, WAITING_CAP), capped: cases.length > WAITING_CAP };
}
