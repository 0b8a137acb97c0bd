import { Agenda } from "agenda";
import { MongoBackend } from "@agendajs/mongo-backend";
import { MongoClient, ObjectId, type Collection, type Db } from "mongodb";
import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";
import { NOTICE_TEMPLATES } from "../../../server/features/notices/templates";
import { row, type Row } from "../row";
import { CROWD, type World } from "../world";

const NOTICES = 20_000;
const AT_ONCE = 16;
const AGENDA_JOBS = 400;
const TYPE = "newCaseForHolder";

interface Person {
  accountId: string;
  openid: string;
  personaId: string;
}

interface Template {
  id: string;
  title: string;
}

const VALUES = {
  character_string1: "26-04752",
  thing2: "子女入学",
  phrase3: "待签收",
  time4: "2026年11月24日 09:40",
  thing5: "陈**",
};

async function getJson<T>(url: string, body?: unknown): Promise<T> {
  const answer = await fetch(
    url,
    body === undefined
      ? {}
      : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) },
  );
  return (await answer.json()) as T;
}

/** The nameless users get accounts and allow the template: it is a long-term one, so once is enough. */
async function preparePeople(world: World, db: Db, templateId: string): Promise<Person[]> {
  const personas = await getJson<{ id: string; openid: string }[]>(`${world.sandboxUrl}/personas`);
  const people = personas
    .filter(({ id }) => id.startsWith("crowd-"))
    .map(({ id, openid }) => ({ accountId: new ObjectId().toHexString(), openid, personaId: id }));
  for (const { personaId } of people)
    await fetch(`${world.sandboxUrl}/personas/${personaId}/consent`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ templateIds: [templateId], choice: "accept" }),
    });
  const createdAt = new Date();
  await db.collection("accounts").insertMany(
    people.map(({ accountId, openid }) => ({
      _id: new ObjectId(accountId),
      openid,
      name: "",
      office: "",
      grants: [],
      preferences: {},
      disabled: false,
      createdAt,
    })),
  );
  await db.collection<{ _id: string }>("consents").insertMany(
    people.map(({ accountId }) => ({
      _id: `${accountId}:${templateId}`,
      accountId,
      templateId,
      remaining: 1,
      choice: "accept",
      unpaired: [],
      events: [],
      revision: 1,
      updatedAt: createdAt,
    })),
  );
  return people;
}

function rows(people: readonly Person[], due: Date): Record<string, unknown>[] {
  return Array.from({ length: NOTICES }, (_, n) => ({
    type: TYPE,
    recipientId: people[n % people.length]?.accountId ?? "",
    subjectKind: "request",
    subjectId: new ObjectId().toHexString(),
    occasion: `bench-${n}`,
    title: "待办任务",
    text: "有一件新的办件",
    action: "board",
    channel: "wechat",
    values: VALUES,
    state: "pending",
    attempts: 0,
    nextAttemptAt: due,
    createdAt: due,
  }));
}

/**
 * Seconds until every row stands in a final state. Only rows that are not final have a next attempt, and that is
 * indexed: looking at the states would scan all the rows fifty times a second beside the work that is measured.
 */
async function untilFinal(notices: Collection): Promise<number> {
  const begun = performance.now();
  while ((await notices.countDocuments({ nextAttemptAt: { $gte: new Date(0) } }, { limit: 1 })) > 0)
    await sleep(20);
  return (performance.now() - begun) / 1000;
}

/** Our worker: claims, sends, writes final states. */
async function ours(world: World, db: Db, people: readonly Person[]): Promise<number> {
  const worker = await world.startServer("worker");
  try {
    await sleep(1500);
    const notices = db.collection("notices");
    await notices.insertMany(rows(people, new Date()));
    const seconds = await untilFinal(notices);
    const delivered = await notices.countDocuments({ type: TYPE, state: "delivered" });
    if (delivered !== NOTICES) throw new Error(`${delivered} of ${NOTICES} notices were delivered`);
    return NOTICES / seconds;
  } finally {
    await worker.stop();
  }
}

async function accessToken(world: World): Promise<string> {
  const { appid, secret } = await getJson<{ appid: string; secret: string }>(
    `${world.sandboxUrl}/credentials`,
  );
  const answer = await getJson<{ access_token: string }>(`${world.sandboxUrl}/cgi-bin/stable_token`, {
    grant_type: "client_credential",
    appid,
    secret,
  });
  return answer.access_token;
}

function poster(pool: Pool, token: string, templateId: string) {
  return async (person: Person | undefined): Promise<void> => {
    const answer = await pool.request({
      method: "POST",
      path: `/cgi-bin/message/subscribe/send?access_token=${token}`,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        touser: person?.openid,
        template_id: templateId,
        page: "packages/requests/detail/index?id=000000000000000000000000",
        miniprogram_state: "formal",
        lang: "zh_CN",
        data: Object.fromEntries(Object.entries(VALUES).map(([key, value]) => [key, { value }])),
      }),
    });
    const text = await answer.body.text();
    if (!text.includes('"errcode":0')) throw new Error(`the sandbox answered ${text}`);
  };
}

/** A keep-alive loop that posts the same bodies and writes nothing down. */
async function keepAliveLoop(
  post: (person: Person | undefined) => Promise<void>,
  people: readonly Person[],
): Promise<number> {
  let next = 0;
  const begun = performance.now();
  const lane = async () => {
    for (let n = next++; n < NOTICES; n = next++) await post(people[n % people.length]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return (NOTICES * 1000) / (performance.now() - begun);
}

/** One agenda job for each notice. */
async function agendaJobs(
  db: Db,
  post: (person: Person | undefined) => Promise<void>,
  people: readonly Person[],
): Promise<number> {
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: db, collection: "benchJobs" }),
    processEvery: 100,
    maxConcurrency: AT_ONCE,
    defaultConcurrency: AT_ONCE,
  });
  let done = 0;
  agenda.define("send", async (job) => {
    await post(people[(job.attrs.data as { n: number }).n % people.length]);
    done += 1;
  });
  await agenda.start();
  const begun = performance.now();
  try {
    for (let n = 0; n < AGENDA_JOBS; n += 1) await agenda.now("send", { n });
    while (done < AGENDA_JOBS) await sleep(10);
    return (AGENDA_JOBS * 1000) / (performance.now() - begun);
  } finally {
    await agenda.stop();
  }
}

/** Delivery of notices against a keep-alive loop and against one agenda job per notice. */
export async function noticeRows(world: World): Promise<Row[]> {
  const client = new MongoClient(world.mongodbUri);
  const pool = new Pool(world.sandboxUrl, { connections: AT_ONCE });
  try {
    const title = NOTICE_TEMPLATES[TYPE].wechat.title;
    const templates = await getJson<Template[]>(`${world.sandboxUrl}/templates`);
    const templateId = templates.find((template) => template.title === title)?.id ?? "";
    const people = await preparePeople(world, client.db(), templateId);
    const post = poster(pool, await accessToken(world), templateId);
    const delivered = await ours(world, client.db(), people);
    const posted = await keepAliveLoop(post, people);
    const jobs = await agendaJobs(client.db(), post, people);
    const unit = "notices a second";
    return [
      row("notice delivery, against a keep-alive loop", delivered, posted, {
        unit,
        bar: { atLeast: 0.5 },
        note: `${NOTICES} rows to ${CROWD} people, claimed under a lease, final states kept; the loop posts the same bodies, ${AT_ONCE} at once`,
      }),
      row("notice delivery, against one agenda job each", delivered, jobs, {
        unit,
        bar: { atLeast: 10 },
        note: `${AGENDA_JOBS} jobs, ${AT_ONCE} at once`,
      }),
    ];
  } finally {
    await pool.close();
    await client.close();
  }
}
