import { notFound } from "../../../platform/errors";
import type { Handlers } from "../../../platform/http/handler";
import type { CodeContext } from "../context";
import { issueTokens } from "./issue";

export function issuingHandlers(context: CodeContext): Handlers<"talentCode.issue"> {
  return {
    "talentCode.issue": async ({ reader, now }) => {
      if (reader.talentId === undefined) throw notFound("talent");
      const { talent, cardLost, batch } = await issueTokens(context, reader.talentId, now);
      return {
        ...batch,
        days: [...batch.days],
        now: now.toISOString(),
        cardNumber: talent.codeString,
        cardLost,
      };
    },
  };
}
