import { applicantRecord } from "../talents/index";
import type { RequestDocument } from "./document";

/** To whom messages for the talent go: somebody who was taken in at a window may have signed in only since. */
export async function requesterAccountOf(
  request: Pick<RequestDocument, "requesterAccountId" | "talentId">,
): Promise<string | undefined> {
  return request.requesterAccountId ?? (await applicantRecord(request.talentId))?.accountId;
}
