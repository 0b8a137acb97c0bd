import type * as z from "zod/mini";
import type { lossAnswerSchema } from "@talent/shared/contract/schemas/talentCode";
import { hasRole, type Reader } from "../../../platform/auth/reader";
import { notFound } from "../../../platform/errors";
import type { Handlers } from "../../../platform/http/handler";
import { findTalent, maySeeTalent, type TalentDocument } from "../../talents/index";
import type { CodeContext } from "../context";
import { typedHolder } from "../scans/shown";
import { reportLoss, takeCardAgain } from "./reportLoss";
import type { CodeState } from "./state";

type Names = "talentCode.reportLoss" | "talentCode.reportLossFor" | "talentCode.cardFound";

function present(talent: TalentDocument, state: CodeState): z.output<typeof lossAnswerSchema> {
  return {
    maskedName: talent.maskedName,
    losses: state.losses.map(({ kind, reason, at, by }) => ({ kind, reason, by, at: at.toISOString() })),
  };
}

/** Specialists report for those whom they may see, administrators for everybody. */
export function mayReportFor(
  reader: Reader,
  talent: Pick<TalentDocument, "category" | "districtCode">,
): boolean {
  return hasRole(reader, "administrator") || maySeeTalent(reader, talent);
}

export function lossHandlers(context: CodeContext): Handlers<Names> {
  /** @throws AppError `not_found`, `code_mistyped`, `code_unknown` or `too_many_requests` */
  async function talentOfCode(reader: Reader, code: string, now: Date): Promise<TalentDocument> {
    const { talent } = await typedHolder(context, reader, code, now);
    if (!mayReportFor(reader, talent)) throw notFound("talent");
    return talent;
  }
  return {
    "talentCode.reportLoss": async ({ reader, body, now, commandKey }) => {
      const talent = reader.talentId === undefined ? null : await findTalent(reader.talentId);
      if (talent === null) throw notFound("talent");
      const report = { ...body, talentId: talent._id.toHexString() };
      const state = await reportLoss(report, { reader, now, commandKey });
      if (body.kind === "phone") await context.endSessions(reader.accountId, reader.sessionId);
      return present(talent, state);
    },
    "talentCode.reportLossFor": async ({ reader, body, now, commandKey }) => {
      const { code, ...loss } = body;
      const talent = await talentOfCode(reader, code, now);
      const report = { ...loss, talentId: talent._id.toHexString() };
      const state = await reportLoss(report, { reader, now, commandKey });
      if (body.kind === "phone" && talent.accountId !== undefined)
        await context.endSessions(talent.accountId);
      return present(talent, state);
    },
    "talentCode.cardFound": async ({ reader, body, now, commandKey }) => {
      const talent = await talentOfCode(reader, body.code, now);
      const state = await takeCardAgain(talent._id.toHexString(), { reader, now, commandKey });
      return present(talent, state);
    },
  };
}
