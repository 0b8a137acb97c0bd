import type { RequestSummary } from "@talent/shared/contract/schemas/requests";
import { districtName } from "@talent/shared/domain/districts";
import { RATABLE_STATUSES, isIn } from "@talent/shared/domain/requestStatus";
import type { LimitSum } from "@talent/shared/calendar/timeLimit";
import type { Catalogue } from "../../catalogue/index";
import type { RequestDocument } from "../document";
import { seesAsStaff } from "../policy";
import { materialKeysIn } from "../commands/submitting";
import { sumOf } from "../rules/clock";
import { laneOf } from "../rules/lanes";
import { missingMaterials } from "../rules/submission";
import { openSupplement, unansweredItems } from "../rules/supplement";
import { presentMarks } from "./caseWork";
import { staffName, type Presentation } from "./presentation";
import { limitView } from "./limitView";

function missingCount(request: RequestDocument, catalogue: Catalogue): number {
  const open = openSupplement(request.supplements);
  if (open !== undefined) return unansweredItems(open, request.files).length;
  if (request.submittedAt !== undefined) return 0;
  const version = catalogue.version(request.item.id, request.item.version);
  const keys = materialKeysIn(request);
  return missingMaterials(version?.materials ?? [], request.beneficiary.kind, keys).length;
}

/** The sum of the running or ended limit; absent before anything was handed in. */
export function limitSumOf(request: RequestDocument, { context, now }: Presentation): LimitSum | undefined {
  if (request.clock === undefined) return undefined;
  return sumOf(request.clock, context.calendar, context.limits, now);
}

function presentLimit(request: RequestDocument, sum: LimitSum | undefined, presentation: Presentation) {
  if (request.clock === undefined || sum === undefined) return undefined;
  return limitView(request.clock, sum, presentation.context.calendar, presentation.now);
}

/** One row of a list or card of the board. `sum` is passed where it is computed already. */
export function presentSummary(
  request: RequestDocument,
  presentation: Presentation,
  sum = limitSumOf(request, presentation),
): RequestSummary {
  const { reader, now, catalogue } = presentation;
  const { holder } = request;
  const mine = !seesAsStaff(reader, request);
  return {
    id: request._id.toHexString(),
    number: request.number,
    status: request.status,
    lane: laneOf(request, now),
    itemName: request.item.name,
    sample: request.item.sample,
    maskedName: request.applicant.maskedName,
    category: request.applicant.category,
    districtName: districtName(request.applicant.districtCode),
    source: request.source,
    beneficiary: request.beneficiary.kind,
    limit: presentLimit(request, sum, presentation),
    office: holder?.office ?? request.specialist?.office,
    holder:
      holder === undefined
        ? undefined
        : {
            letter: holder.letter,
            name: staffName(holder.name, request, reader),
            office: holder.office,
            coveringFor: mine ? undefined : holder.coveringFor,
          },
    missingMaterials: missingCount(request, catalogue),
    ratingLevel: mine ? request.rating?.level : undefined,
    canRate: mine && request.rating === undefined && isIn(RATABLE_STATUSES, request.status),
    createdAt: request.createdAt.toISOString(),
    submittedAt: request.submittedAt?.toISOString(),
    updatedAt: request.updatedAt.toISOString(),
    completedAt: request.completedAt?.toISOString(),
    ...presentMarks(request, !mine, now),
  };
}
