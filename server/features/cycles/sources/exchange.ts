import * as z from "zod/mini";
import { VERIFICATION_RESULTS } from "@talent/shared/domain/cycles";
import type { SourceConnection } from "../../../platform/sourceConnections";
import { SourceFailure } from "./failure";

/** What a source is asked, in the body of a POST: numbers of people never stand in an address. */
export interface SourceQuestion {
  idNumber: string;
  employerName: string;
  districtCode: string;
  /** Calendar days, both included. */
  startsOn: string;
  endsOn: string;
}

const answerSchema = z.object({
  result: z.enum(VERIFICATION_RESULTS),
  evidence: z.string().check(z.minLength(1), z.maxLength(500)),
});
export type SourceReply = z.output<typeof answerSchema>;

const LARGEST_ANSWER_BYTES = 65_536;

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > LARGEST_ANSWER_BYTES) {
      await reader?.cancel();
      throw new SourceFailure("notUnderstood");
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseReply(text: string): SourceReply {
  try {
    return answerSchema.parse(JSON.parse(text));
  } catch {
    throw new SourceFailure("notUnderstood");
  }
}

function failureOf(error: unknown): SourceFailure {
  if (error instanceof SourceFailure) return error;
  const late =
    typeof error === "object" && error !== null && "name" in error && error.name === "TimeoutError";
  return new SourceFailure(late ? "timedOut" : "notReachable");
}

/**
 * Asks a source once.
 * @throws SourceFailure, and nothing else: redirections count as not reachable, so that numbers go nowhere else
 */
export async function askOnce(
  { url, secret }: SourceConnection,
  question: SourceQuestion,
  timeoutMs: number,
): Promise<SourceReply> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${secret}` },
      body: JSON.stringify(question),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await readBounded(response);
    if (response.ok) return parseReply(text);
    throw new SourceFailure(response.status >= 500 ? "failing" : "refused", response.status);
  } catch (error) {
    throw failureOf(error);
  }
}
