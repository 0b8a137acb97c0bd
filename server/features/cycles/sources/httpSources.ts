import { BrokenCircuitError, type IPolicy } from "cockatiel";
import type { Logger } from "pino";
import {
  VERIFICATION_SOURCES,
  type VerificationAnswer,
  type VerificationSource,
} from "@talent/shared/domain/cycles";
import type { SourceConnections } from "../../../platform/sourceConnections";
import { UNANSWERED, withoutNumber, type Unanswered } from "./evidence";
import { askOnce, type SourceQuestion } from "./exchange";
import { SourceFailure } from "./failure";
import { PATIENCE, patiencePolicy, type Patience } from "./patience";
import type { VerificationSources, VerificationSubject } from "./port";

export interface HttpSourcesNeeds {
  connections: SourceConnections;
  /**
   * The number of the talent's identity document, opened for this verification; undefined when there is no record.
   * The reading is on record before the number is given.
   */
  idNumberFor(subject: VerificationSubject, now: Date): Promise<string | undefined>;
  log: Logger;
  patience?: Patience;
}

type Said = Pick<VerificationAnswer, "result" | "evidence">;

function unanswered(why: Unanswered): Said {
  return { result: "unknown", evidence: UNANSWERED[why] };
}

function whyUnanswered(error: unknown): Unanswered {
  if (error instanceof BrokenCircuitError) return "leftAlone";
  return error instanceof SourceFailure ? error.reason : "notReachable";
}

/** The sources over HTTP, all asked at once, each with retries and a circuit breaker of its own. */
export function createHttpSources(needs: HttpSourcesNeeds): VerificationSources {
  const { connections, idNumberFor, log, patience = PATIENCE } = needs;
  const policies = new Map<VerificationSource, IPolicy>(
    VERIFICATION_SOURCES.map((source) => [source, patiencePolicy(patience)]),
  );

  async function askSource(
    source: VerificationSource,
    question: SourceQuestion | undefined,
    talentId: string,
  ): Promise<Said> {
    const connection = connections[source];
    const policy = policies.get(source);
    if (connection === undefined || policy === undefined) return unanswered("notConnected");
    if (question === undefined) return unanswered("noRecord");
    try {
      const { result, evidence } = await policy.execute(() =>
        askOnce(connection, question, patience.timeoutMs),
      );
      return { result, evidence: withoutNumber(evidence, question.idNumber) };
    } catch (error) {
      const why = whyUnanswered(error);
      const status = error instanceof SourceFailure ? error.status : undefined;
      log.warn({ source, why, status, talentId }, "a verification source did not answer");
      return unanswered(why);
    }
  }

  async function questionAbout(subject: VerificationSubject, now: Date): Promise<SourceQuestion | undefined> {
    if (Object.values(connections).every((connection) => connection === undefined)) return undefined;
    const idNumber = await idNumberFor(subject, now);
    const { employerName, districtCode, startsOn, endsOn } = subject;
    return idNumber === undefined ? undefined : { idNumber, employerName, districtCode, startsOn, endsOn };
  }

  return {
    async ask(subject, now) {
      const question = await questionAbout(subject, now);
      return Promise.all(
        VERIFICATION_SOURCES.map(async (source) => ({
          source,
          ...(await askSource(source, question, subject.talentId)),
          at: now,
        })),
      );
    },
  };
}
