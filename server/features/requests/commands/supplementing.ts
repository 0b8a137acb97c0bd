import type * as z from "zod/mini";
import type { askSupplementBody } from "@talent/shared/contract/schemas/requests";
import type { Reader } from "../../../platform/auth/reader";
import { AppError, invalidField } from "../../../platform/errors";
import type { Step } from "../change";
import type { RequestDocument, Supplement } from "../document";
import { withEvent } from "../rules/clock";
import { openSupplement, supplementKey, unansweredItems } from "../rules/supplement";

type Asked = z.output<typeof askSupplementBody>["items"];

/**
 * Tells everything that is missing at once and stops the clock (§6.6.2 a).
 * @param materialKeys keys that the request's item version knows
 * @throws AppError `invalid_input` for a material that the item does not ask for, or one named twice
 */
export function askSupplement(
  request: RequestDocument,
  reader: Reader,
  now: Date,
  items: Asked,
  materialKeys: readonly string[],
): Step {
  const keys = items.map((item, index) => supplementKey(item.materialKey, index));
  items.forEach((item, index) => {
    if (item.materialKey !== undefined && !materialKeys.includes(item.materialKey))
      throw invalidField(`body.items.${index}.materialKey`, "unknown");
    if (keys.indexOf(supplementKey(item.materialKey, index)) !== index)
      throw invalidField(`body.items.${index}.materialKey`, "named_twice");
  });
  const supplement: Supplement = {
    id: `s${request.supplements.length + 1}`,
    askedAt: now,
    askedById: reader.accountId,
    askedByName: reader.name,
    items: items.map((item, index) => ({ key: supplementKey(item.materialKey, index), ...item })),
  };
  return {
    type: "supplementAsked",
    count: items.length,
    note: items.map((item) => item.title).join("、"),
    set: {
      statusBeforeSupplement: request.status,
      supplements: [...request.supplements, supplement],
      clock: request.clock === undefined ? undefined : withEvent(request.clock, "stopped", now),
    },
  };
}

/**
 * The missing things are there; the clock goes on the next working day, and the work where it stood.
 * @throws AppError `materials_missing` naming what has not been handed in since the notice
 */
export function answerSupplement(request: RequestDocument, now: Date, note: string | undefined): Step {
  const open = openSupplement(request.supplements);
  if (open === undefined) throw new AppError("state_changed", "nothing is asked for");
  const unanswered = unansweredItems(open, request.files);
  const askedMaterials = open.items.filter((item) => item.materialKey !== undefined).map((item) => item.key);
  const missing = unanswered.filter((key) => note === undefined || askedMaterials.includes(key));
  if (missing.length > 0)
    throw new AppError("materials_missing", "not everything is there", { materials: missing });
  return {
    type: "supplementAnswered",
    note,
    set: {
      supplements: request.supplements.map((supplement) =>
        supplement.id === open.id ? { ...supplement, answeredAt: now, note } : supplement,
      ),
      clock: request.clock === undefined ? undefined : withEvent(request.clock, "resumed", now),
    },
    unset: ["statusBeforeSupplement"],
  };
}
