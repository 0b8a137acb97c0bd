import type * as z from "zod/mini";
import { tokenAt, type TokenBatch } from "@talent/shared/domain/talentCode/batch";
import { tokenBatchSchema, verifiedSchema } from "@talent/shared/contract/schemas/talentCode";
import type { Answer, TestServer } from "./testServer";

export type IssuedBatch = z.output<typeof tokenBatchSchema>;

/** The tokens that the server signs for this talent now. */
export async function issueFor(server: TestServer, token: string): Promise<IssuedBatch> {
  const answer = await server.call("POST", "/api/me/talent-code", { token, body: {} });
  if (answer.status !== 200) throw new Error(`issue: ${answer.status} ${JSON.stringify(answer.body)}`);
  return tokenBatchSchema.parse(answer.body);
}

/** What the phone shows `seconds` from now. */
export function shownAt(server: TestServer, batch: TokenBatch, seconds = 0): { token: string; code: string } {
  const shown = tokenAt(batch, new Date(server.clock.now().getTime() + seconds * 1000));
  if (shown === null) throw new Error("the batch has nothing to show then");
  return shown;
}

export function verify(
  server: TestServer,
  token: string,
  body: Record<string, unknown>,
  key?: string,
): Promise<Answer> {
  return server.call("POST", "/api/talent-code/verify", {
    token,
    body,
    ...(key === undefined ? {} : { key }),
  });
}

export const verified = (answer: Answer) => verifiedSchema.parse(answer.body);

/** Moves the server's clock on. */
export function wait(server: TestServer, seconds: number): void {
  server.clock.moveTo(new Date(server.clock.now().getTime() + seconds * 1000));
}
