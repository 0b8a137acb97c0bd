import type { LimitSettings } from "@talent/shared/domain/limits";
import type { Reader } from "../../../platform/auth/reader";
import { invalidField, AppError } from "../../../platform/errors";
import type { Step } from "../change";
import type { RequestDocument } from "../document";
import type { Extension } from "../parts";
import { withLength } from "../rules/clock";

/**
 * Asks for more time 延期, once, before the due time.
 * @throws AppError `invalid_input` for more working days than the settings give
 */
export function askExtension(
  limits: LimitSettings,
  reader: Reader,
  now: Date,
  { workingDays, reason }: { workingDays: number; reason: string },
): Step {
  if (workingDays > limits.extensionDays) throw invalidField("body.workingDays", "too_big");
  return {
    type: "extensionAsked",
    audience: "staff",
    note: reason,
    count: workingDays,
    set: {
      extension: {
        state: "asked",
        workingDays,
        reason,
        askedAt: now,
        askedById: reader.accountId,
        askedByName: reader.name,
      },
    },
  };
}

function asked(request: RequestDocument): Extension {
  if (request.extension === undefined) throw new AppError("state_changed", "no extension waits");
  return request.extension;
}

/** Gives the time that was asked for: the limit is longer from now on, and the talent reads why. */
export function approveExtension(request: RequestDocument, reader: Reader, now: Date): Step {
  const extension = asked(request);
  const { workingDays, reason } = extension;
  return {
    type: "extensionApproved",
    note: reason,
    count: workingDays,
    set: {
      extension: { ...extension, state: "approved", decidedAt: now, decidedByName: reader.name },
      clock: request.clock && withLength(request.clock, "extended", workingDays, now),
    },
  };
}

export function refuseExtension(request: RequestDocument, reader: Reader, now: Date, refusal: string): Step {
  return {
    type: "extensionRefused",
    audience: "staff",
    note: refusal,
    set: {
      extension: {
        ...asked(request),
        state: "refused",
        decidedAt: now,
        decidedByName: reader.name,
        refusal,
      },
    },
  };
}
