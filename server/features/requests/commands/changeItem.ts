import { AppError, invalidField } from "../../../platform/errors";
import type { Step } from "../change";
import type { RequestDocument } from "../document";
import { withLength } from "../rules/clock";
import { consentsNeeded, detailProblems } from "../rules/submission";
import { itemSnapshot, type EntitledRequest } from "./entitled";

/** Answers to questions that the new item asks too. */
function fittingDetails(
  { details }: RequestDocument,
  { version }: EntitledRequest,
): RequestDocument["details"] {
  const fits = ([key, value]: [string, string]) =>
    detailProblems(version.fields, { [key]: value }).length === 0;
  return Object.fromEntries(Object.entries(details).filter(fits));
}

/**
 * Puts a request under another item, because the wrong one was chosen: the limit of the new item counts from the
 * same start, days used stay used. What the new item asks for besides is asked by a notice of missing materials.
 * @throws AppError `invalid_input` for the same item or one not for this beneficiary, `consent_needed` where the new
 * item rests on a consent that nobody has given
 */
export function changeItem(
  request: RequestDocument,
  entitled: EntitledRequest,
  now: Date,
  todayOn: string,
  reason: string,
): Step {
  const { item, version } = entitled;
  const { kind, bornOn } = request.beneficiary;
  if (item._id.toHexString() === request.item.id) throw invalidField("body.itemId", "unchanged");
  if (!version.beneficiaries.includes(kind)) throw invalidField("body.itemId", "not_for_this_beneficiary");
  const consent = consentsNeeded(version, { kind, named: true, bornOn }, todayOn).find(
    (purpose) => request.consents[purpose] === undefined,
  );
  if (consent !== undefined)
    throw new AppError("consent_needed", `consent is needed: ${consent}`, { consent });
  const { clock } = request;
  return {
    type: "itemChanged",
    note: reason,
    set: {
      item: itemSnapshot(item, version),
      details: fittingDetails(request, entitled),
      clock: clock?.kind === "handling" ? withLength(clock, "limitChanged", version.limitDays, now) : clock,
    },
  };
}
