import { verify as verifySignature, type KeyObject } from "node:crypto";
import { MongoClient, ObjectId } from "mongodb";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import { tokenAt, type TokenBatch } from "@talent/shared/domain/talentCode/batch";
import { fromBase64url, toBase64url } from "@talent/shared/domain/talentCode/bytes";
import { checkToken, type CheckingKeys } from "@talent/shared/domain/talentCode/check";
import { answerAtDesk, deskOf } from "@talent/shared/domain/talentCode/desk";
import { SCAN_PURPOSES } from "@talent/shared/domain/talentCode/rules";
import { STEP_MS } from "@talent/shared/domain/talentCode/steps";
import { unpackToken } from "@talent/shared/domain/talentCode/token";
import type { DeskKit } from "@talent/shared/contract/schemas/talentCode";
import { publicKeyOf } from "../../../server/features/talent-code/keys/keyStore";
import { serverPrimitives } from "../../../server/features/talent-code/keys/primitives";
import { callAll, type Call } from "../load";
import { startProgram } from "../programs";
import { median, percentile, row, type Row } from "../row";
import type { World } from "../world";

const PERSONAS = ["talent-a", "talent-b", "talent-b2", "talent-c", "talent-d"];
const AT_ONCE = 4;
/** Moments at which the clock stands still while every token that is good then is verified once. */
const MOMENTS = 60;
const WARM_MOMENTS = 6;
/** The present step, the one before and the one after: their tokens are good at one moment. */
const GOOD_STEPS = [-1, 0, 1];
const OFFLINE_ROUNDS = 9;

interface Desk {
  baseUrl: string;
  token: string;
  itemId: string;
  kit: DeskKit;
  batches: TokenBatch[];
  begunAt: number;
}

async function json<T>(url: string, token: string, body?: unknown, method = "POST"): Promise<T> {
  const answer = await fetch(url, {
    method: body === undefined ? "GET" : method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}

async function openDesk(world: World, baseUrl: string): Promise<Desk> {
  const token = await world.tokenOf(baseUrl, "municipal-specialist");
  const kit = await json<DeskKit>(`${baseUrl}/api/talent-code/desk-kit`, token);
  const item = kit.items.find(({ versions }) => versions[0]?.categories.includes("B"));
  if (item === undefined) throw new Error("no item for category B");
  const batches: TokenBatch[] = [];
  for (const persona of PERSONAS) {
    const talent = await world.tokenOf(baseUrl, persona);
    batches.push(await json<TokenBatch>(`${baseUrl}/api/me/talent-code`, talent, {}));
  }
  return { baseUrl, token, itemId: item.id, kit, batches, begunAt: Date.parse(kit.at) };
}

/** Every token that is good at this moment, for everything that it is scanned for. */
function scansAt({ batches, token, itemId }: Desk, at: number): Call[] {
  return batches.flatMap((batch) =>
    GOOD_STEPS.flatMap((step) => {
      const shown = tokenAt(batch, new Date(at + step * STEP_MS));
      return SCAN_PURPOSES.map((purpose): Call => ({
        method: "POST",
        path: "/api/talent-code/verify",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({ code: shown?.token ?? "", itemId, purpose }),
        expect: 200,
      }));
    }),
  );
}

/** A document as large as a talent's record, for the bare handler to read by its id. */
async function bareRecord(world: World): Promise<string> {
  const client = new MongoClient(world.mongodbUri);
  try {
    const talent = await client.db().collection("talents").findOne();
    const _id = new ObjectId();
    await client
      .db()
      .collection("bare")
      .insertOne({ ...talent, _id });
    return _id.toHexString();
  } finally {
    await client.close();
  }
}

async function onlineRow(world: World, root: string, desk: Desk): Promise<Row> {
  const id = await bareRecord(world);
  const bare = await startProgram(["--import", "tsx", `${root}/scripts/bench/reference.ts`], {
    MONGODB_URI: world.mongodbUri,
  });
  const bareUrl = `http://127.0.0.1:${Number(bare.announced["port"])}`;
  const reads = (count: number): Call[] =>
    Array.from({ length: count }, () => ({ method: "GET", path: `/bare/${id}`, headers: {}, expect: 200 }));
  const ours: number[] = [];
  const reference: number[] = [];
  try {
    for (let moment = -WARM_MOMENTS; moment < MOMENTS; moment += 1) {
      const at = desk.begunAt + (moment + WARM_MOMENTS + 1) * GOOD_STEPS.length * STEP_MS;
      const clock = { now: new Date(at).toISOString() };
      await json(`${desk.baseUrl}/api/try-out/clock`, desk.token, clock, "PUT");
      const scans = scansAt(desk, at);
      const a = await callAll(desk.baseUrl, scans, AT_ONCE);
      const b = await callAll(bareUrl, reads(scans.length), AT_ONCE);
      if (moment >= 0) ours.push(...a);
      if (moment >= 0) reference.push(...b);
    }
  } finally {
    await bare.stop();
  }
  return row("verify a code online", percentile(ours, 0.99), percentile(reference, 0.99), {
    unit: `ms, p99 of ${ours.length}, ${AT_ONCE} at once`,
    bar: { atMost: 1.5 },
    note: "signature, replay, loss, entitlement, stored and logged; the bare handler reads one record by its id",
  });
}

/** Runs `work` over all tokens and gives how many it did a second. */
function rate(tokens: readonly string[], work: (token: string) => boolean): number {
  const begun = performance.now();
  for (const token of tokens) if (!work(token)) throw new Error("a good token was refused");
  return (tokens.length * 1000) / (performance.now() - begun);
}

function offlineRow(desk: Desk): Row {
  const keys = new Map<number, KeyObject>(desk.kit.keys.map((key) => [key.id, publicKeyOf(key.publicKey)]));
  const reading = new Map(desk.kit.days.map((day) => [day.on, fromBase64url(day.readingKey)]));
  const checking: CheckingKeys<KeyObject> = {
    publicKey: (id) => keys.get(id),
    readingKey: (on) => reading.get(on),
  };
  const item = desk.kit.items.find(({ id }) => id === desk.itemId)?.versions[0];
  const here = deskOf([{ role: "municipalSpecialist" }]);
  const lost = new Set(desk.kit.lost.pseudonyms);
  const steps = Array.from({ length: 1800 }, (_, i) => desk.begunAt + i * STEP_MS);
  const shown = desk.batches.flatMap((batch) =>
    steps.map((at) => ({ at: new Date(at), token: tokenAt(batch, new Date(at))?.token ?? "" })),
  );
  const times = new Map(shown.map(({ at, token }) => [token, at]));
  const tokens = shown.map(({ token }) => token);
  const raw = new Map(tokens.map((token) => [token, unpackToken(token)]));
  const ours: number[] = [];
  const reference: number[] = [];
  for (let round = 0; round <= OFFLINE_ROUNDS; round += 1) {
    const a = rate(tokens, (token) => {
      const now = times.get(token) ?? new Date(0);
      const checked = checkToken(token, checking, serverPrimitives, now);
      if (!checked.ok || lost.has(toBase64url(checked.holder.pseudonym))) return false;
      const answer = answerAtDesk(checked.holder, item, here, dateInShanghai(now));
      return answer.entitled || answer.reason !== "notRecognised";
    });
    const b = rate(tokens, (token) => {
      const parts = raw.get(token);
      const key = parts && keys.get(parts.keyId);
      return Boolean(parts && key && verifySignature(null, parts.signed, key, parts.signature));
    });
    if (round === 0) continue;
    ours.push(a);
    reference.push(b);
  }
  return row("verify a code offline", median(ours), median(reference), {
    unit: "tokens a second",
    bar: { atLeast: 0.8 },
    note: "text to answer: decoded, time, signature, opened, loss, entitlement; the reference only verifies the signature",
  });
}

/** A desk with network and one without. */
export async function verifyRows(world: World, root: string): Promise<Row[]> {
  const { baseUrl } = await world.startServer("web");
  const desk = await openDesk(world, baseUrl);
  return [offlineRow(desk), await onlineRow(world, root, desk)];
}
