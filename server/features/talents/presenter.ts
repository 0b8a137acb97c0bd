import type * as z from "zod/mini";
import type { ownTalentSchema, talentRecordSchema } from "@talent/shared/contract/schemas/accounts";
import { dateInShanghai, daysBetween } from "@talent/shared/calendar/dates";
import { ageOn } from "@talent/shared/domain/talents";
import { districtName } from "@talent/shared/domain/districts";
import type { TalentDocument } from "./model";

function presentCycle(cycle: TalentDocument["cycle"], now: Date) {
  return { ...cycle, daysLeft: daysBetween(dateInShanghai(now), cycle.endsOn) };
}

/** A talent's own record as the talent sees it. */
export function presentOwnTalent(talent: TalentDocument, now: Date): z.output<typeof ownTalentSchema> {
  const todayOn = dateInShanghai(now);
  return {
    id: talent._id.toHexString(),
    maskedName: talent.maskedName,
    category: talent.category,
    recognition: talent.recognition,
    employerName: talent.employerName,
    districtCode: talent.districtCode,
    districtName: districtName(talent.districtCode),
    codeString: talent.codeString,
    cycle: presentCycle(talent.cycle, now),
    phoneMasked: talent.phoneMasked,
    family: talent.family.map((member) => ({
      id: member.id,
      relation: member.relation,
      maskedName: member.maskedName,
      age: ageOn(member.bornOn, todayOn),
    })),
  };
}

/** A record as staff see it: names and numbers masked. */
export function presentTalentRecord(talent: TalentDocument, now: Date): z.output<typeof talentRecordSchema> {
  return {
    id: talent._id.toHexString(),
    maskedName: talent.maskedName,
    category: talent.category,
    recognition: talent.recognition,
    score: talent.score,
    employerName: talent.employerName,
    districtCode: talent.districtCode,
    districtName: districtName(talent.districtCode),
    codeString: talent.codeString,
    idNumberMasked: talent.idNumberMasked,
    phoneMasked: talent.phoneMasked,
    cycle: presentCycle(talent.cycle, now),
  };
}
