import { insist, type Person } from "./people";

/** What the product acknowledged: after any crash it must still be true. */
export interface Acknowledged {
  /** Request id → its number, for every request whose submission was answered with 201. */
  submitted: Map<string, string>;
  /** Ids of requests whose acceptance was answered with 200. */
  accepted: Set<string>;
  /** Commands that were given up without an answer when the run ended: they may have happened or not. */
  unanswered: number;
}

interface Detail {
  id: string;
  number: string;
}

export interface Load {
  acknowledged: Acknowledged;
  /** Ends the load: what is in hand is still answered. */
  stop(): Promise<void>;
}

const TOPICS = ["policy", "platform", "transfer"];

/**
 * Talents submit requests and specialists accept them, each as fast as they are answered, through every crash.
 * @param itemId an item that needs no file
 */
export function startLoad(
  baseUrl: string,
  talents: readonly Person[],
  specialists: readonly Person[],
  itemId: string,
): Load {
  const acknowledged: Acknowledged = { submitted: new Map(), accepted: new Set(), unanswered: 0 };
  const waiting: string[] = [];
  let running = true;
  let patient = true;
  const stillTrying = () => patient;

  async function submitOn(talent: Person): Promise<void> {
    for (let round = 0; running; round += 1) {
      const body = {
        itemId,
        submit: true,
        points: [`第 ${round + 1} 次咨询`],
        details: { topic: TOPICS[round % TOPICS.length] },
        consents: { processing: true },
      };
      const answer = await insist(
        baseUrl,
        talent,
        { method: "POST", path: "/api/requests", body },
        stillTrying,
      );
      if (answer === null) acknowledged.unanswered += 1;
      else if (answer.status !== 201)
        throw new Error(`submit: ${answer.status} ${JSON.stringify(answer.body)}`);
      else {
        const { id, number } = answer.body as Detail;
        acknowledged.submitted.set(id, number);
        waiting.push(id);
      }
    }
  }

  async function acceptOn(specialist: Person): Promise<void> {
    while (running || waiting.length > 0) {
      const id = waiting.shift();
      if (id === undefined) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        continue;
      }
      const call = { method: "POST" as const, path: `/api/requests/${id}/accept`, body: {} };
      const answer = await insist(baseUrl, specialist, call, stillTrying);
      if (answer === null) acknowledged.unanswered += 1;
      else if (answer.status !== 200)
        throw new Error(`accept: ${answer.status} ${JSON.stringify(answer.body)}`);
      else acknowledged.accepted.add(id);
    }
  }

  const lanes = Promise.all([...talents.map(submitOn), ...specialists.map(acceptOn)]);
  lanes.catch(() => undefined);
  return {
    acknowledged,
    async stop() {
      running = false;
      const limit = setTimeout(() => (patient = false), 30_000);
      await lanes;
      clearTimeout(limit);
    },
  };
}
