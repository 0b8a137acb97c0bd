import { BrokenCircuitError, circuitBreaker, ConsecutiveBreaker, handleWhen, type IPolicy } from "cockatiel";
import { WechatError } from "../../../clients/wechat/wechatError";
import type { Platform } from "../../../platform/platform";
import { pageOf } from "../rendering";
import type { DueNotice } from "./claim";
import { outcomeOf, type Outcome } from "./outcome";

/** Calls to WeChat at the same time. */
const AT_ONCE = 32;
/** Calls in a row without an answer after which WeChat counts as down, and for how long it is left alone. */
const DOWN_AFTER = 32;
const LEFT_ALONE_MS = 15_000;

/** One message ready to go. */
export interface Send {
  row: DueNotice;
  openid: string;
  templateId: string;
}

export interface Sender {
  /** Sends all, several at once but never two to the same person at a time. */
  sendAll(sends: readonly Send[]): Promise<Map<Send, Outcome>>;
}

/** While WeChat gives no answers at all, rows wait without using up their attempts. */
function createBreaker(): IPolicy {
  const unanswered = handleWhen((error) => error instanceof WechatError && error.errcode === undefined);
  return circuitBreaker(unanswered, {
    halfOpenAfter: LEFT_ALONE_MS,
    breaker: new ConsecutiveBreaker(DOWN_AFTER),
  });
}

/** Runs work of one person after the other, in the order of arrival, whichever batch it belongs to. */
function createTurns(): (person: string, work: () => Promise<void>) => Promise<void> {
  const tails = new Map<string, Promise<void>>();
  return (person, work) => {
    const turn = (tails.get(person) ?? Promise.resolve()).then(work);
    tails.set(person, turn);
    return turn.finally(() => {
      if (tails.get(person) === turn) tails.delete(person);
    });
  };
}

export function createSender({ wechat, log }: Pick<Platform, "wechat" | "log">): Sender {
  const breaker = createBreaker();
  const inTurn = createTurns();

  async function send({ row, openid, templateId }: Send): Promise<Outcome> {
    const data = Object.fromEntries(Object.entries(row.values).map(([key, value]) => [key, { value }]));
    const page = pageOf(row.subjectKind, row.subjectId, row.action);
    try {
      const { msgid } = await breaker.execute(() =>
        wechat.sendSubscribeMessage({ openid, templateId, page, data }),
      );
      return { state: "delivered", channel: "wechat", msgid };
    } catch (error) {
      if (error instanceof BrokenCircuitError)
        return {
          state: "failedTemporarily",
          error: "WeChat is down",
          retryInMs: LEFT_ALONE_MS,
          refund: true,
        };
      const outcome = outcomeOf(error, row.attempts, Math.random());
      if (outcome.state === "failedPermanently")
        log.error(
          { notice: row._id.toHexString(), type: row.type, reason: outcome.error },
          "a notice failed",
        );
      return outcome;
    }
  }

  return {
    async sendAll(sends) {
      const outcomes = new Map<Send, Outcome>();
      const waiting = [...sends];
      const lane = async () => {
        for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
          const mine = one;
          await inTurn(mine.openid, async () => void outcomes.set(mine, await send(mine)));
        }
      };
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, waiting.length) }, lane));
      return outcomes;
    },
  };
}
