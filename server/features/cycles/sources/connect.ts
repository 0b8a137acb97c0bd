import type { Platform } from "../../../platform/platform";
import { findTalent, openIdNumber } from "../../talents/index";
import { createHttpSources } from "./httpSources";
import type { VerificationSources } from "./port";

/** Shown to the talent beside the entry that their number was read. */
const READING_REASON = "服务周期核实：向核实来源查询";

/** The sources that the environment names; the talent sees that their number was used, and for whom. */
export function connectSources({ access, config, keyring, log }: Platform): VerificationSources {
  return createHttpSources({
    connections: config.sources,
    log,
    async idNumberFor({ talentId, askedBy }, now) {
      const talent = await findTalent(talentId);
      if (talent === null) return undefined;
      await access.recordReadNow({
        talentId,
        at: now,
        reader: askedBy,
        what: "idNumber",
        reason: READING_REASON,
      });
      return openIdNumber(keyring, talent);
    },
  });
}
