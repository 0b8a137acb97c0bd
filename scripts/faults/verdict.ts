import { MongoClient, ObjectId, type Db } from "mongodb";
import { setTimeout as sleep } from "node:timers/promises";
import { FINAL_NOTICE_STATES } from "@talent/shared/domain/notices";
import { isIntact, type RequestDocument } from "../../server/features/requests/index";
import type { Acknowledged } from "./load";

/** How long the worker may take to empty outboxes and finish deliveries after the last crash. */
const SETTLE_MS = 90_000;

interface Row {
  type: string;
  recipientId: string;
  subjectId: string;
  occasion: string;
  state: string;
}

export interface Verdict {
  /** Sentences about what was lost or doubled; empty = nothing. */
  faults: string[];
  notices: number;
  delivered: number;
  /** Service notices that WeChat got twice: allowed (at least once), counted. */
  twiceInWechat: number;
}

async function settled(db: Db): Promise<boolean> {
  const open = await db.collection("requests").countDocuments({ outboxPending: true });
  const unfinished = await db
    .collection("notices")
    .countDocuments({ state: { $nin: [...FINAL_NOTICE_STATES] } });
  return open === 0 && unfinished === 0;
}

async function waitUntilSettled(db: Db): Promise<string[]> {
  for (const until = performance.now() + SETTLE_MS; performance.now() < until; await sleep(250))
    if (await settled(db)) return [];
  return [`notices were not finished within ${SETTLE_MS / 1000} s`];
}

function requestFaults(
  request: RequestDocument | undefined,
  id: string,
  number: string,
  accepted: boolean,
): string[] {
  if (request === undefined) return [`${number} was acknowledged and is gone (${id})`];
  const faults: string[] = [];
  const count = (type: string) => request.timeline.filter((event) => event.type === type).length;
  if (request.number !== number) faults.push(`${number} is now called ${request.number}`);
  if (!isIntact(request.timeline)) faults.push(`${number}: the hashes of its history do not hold`);
  if (count("submitted") !== 1) faults.push(`${number} was submitted ${count("submitted")} times`);
  if (count("accepted") > 1) faults.push(`${number} was accepted ${count("accepted")} times`);
  if (accepted && count("accepted") !== 1)
    faults.push(`the acceptance of ${number} was acknowledged and is gone`);
  return faults;
}

/** Each submission is told to its specialists and each acceptance to the person who asked, exactly once. */
function noticeFaults(requests: readonly RequestDocument[], rows: readonly Row[]): string[] {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) grouped.set(row.subjectId, [...(grouped.get(row.subjectId) ?? []), row]);
  return requests.flatMap((request) => {
    const own = grouped.get(request._id.toHexString()) ?? [];
    const told = own.filter(({ type }) => type === "newRequestForSpecialist");
    const requester = own.filter(({ type }) => type === "requestAccepted");
    const accepted = request.timeline.some(({ type }) => type === "accepted");
    const twice =
      own.length - new Set(own.map((row) => `${row.type} ${row.recipientId} ${row.occasion}`)).size;
    return [
      ...(told.length === 0 ? [`${request.number}: no specialist was told of it`] : []),
      ...(accepted && requester.length !== 1
        ? [`${request.number}: ${requester.length} notices of its acceptance`]
        : []),
      ...(twice > 0 ? [`${request.number}: ${twice} notices stand twice`] : []),
    ];
  });
}

/** Compares what was acknowledged with what the database and WeChat hold. */
export async function judge(
  mongodbUri: string,
  sandboxUrl: string,
  acknowledged: Acknowledged,
  specialistPersona: string,
): Promise<Verdict> {
  const client = await MongoClient.connect(mongodbUri);
  try {
    const db = client.db();
    const faults = await waitUntilSettled(db);
    const ids = [...acknowledged.submitted.keys()];
    const found = await db
      .collection<RequestDocument>("requests")
      .find({ _id: { $in: ids.map((id) => new ObjectId(id)) } })
      .toArray();
    const requests = new Map(found.map((request) => [request._id.toHexString(), request as RequestDocument]));
    for (const [id, number] of acknowledged.submitted)
      faults.push(...requestFaults(requests.get(id), id, number, acknowledged.accepted.has(id)));
    const rows = await db
      .collection<Row>("notices")
      .find({ subjectId: { $in: ids } })
      .toArray();
    faults.push(...noticeFaults([...requests.values()], rows));
    const numbers = await db.collection("requests").distinct("number");
    const all = await db.collection("requests").countDocuments({});
    if (numbers.length !== all) faults.push(`${all - numbers.length} case numbers were given twice`);

    const messages = (await (await fetch(`${sandboxUrl}/personas/${specialistPersona}/messages`)).json()) as {
      values: { value: string }[];
    }[];
    const inWechat = messages.map(({ values }) => values[0]?.value ?? "");
    const missing = [...acknowledged.submitted.values()].filter((number) => !inWechat.includes(number));
    if (missing.length > 0)
      faults.push(`${missing.length} notices never reached WeChat, ${missing[0]} among them`);
    return {
      faults,
      notices: rows.length,
      delivered: rows.filter(({ state }) => state === "delivered").length,
      twiceInWechat: inWechat.length - new Set(inWechat).size,
    };
  } finally {
    await client.close();
  }
}
