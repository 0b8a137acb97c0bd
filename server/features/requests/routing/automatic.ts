import type { NotRoutedReason } from "@talent/shared/domain/posts";
import type { Change } from "../../../platform/database/aggregate";
import { readCatalogue } from "../../catalogue/index";
import { actionChange, joined } from "../chain";
import type { Moment, Step } from "../change";
import { dispatch } from "../commands/handling";
import type { RequestDocument } from "../document";
import { dutyHolder } from "../takeover/dutyHolder";
import { routeOf } from "./route";

/** What the history says of a dispatch that nobody chose. */
const BY_RULE = "按转办规则自动转办";

/** The dispatch that follows an acceptance by itself, or why it does not. */
type AutomaticDispatch = { step: Step } | { why: NotRoutedReason } | undefined;

async function isAutomatic(request: RequestDocument): Promise<boolean> {
  const version = (await readCatalogue()).version(request.item.id, request.item.version);
  return version?.dispatch === "automatic";
}

/**
 * Automatic dispatch, where the item version says so: to the post of the rule that applies, while somebody is on duty
 * there. Undefined for items that a specialist dispatches.
 */
async function automaticDispatch(request: RequestDocument, moment: Moment): Promise<AutomaticDispatch> {
  if (!(await isAutomatic(request))) return undefined;
  const route = await routeOf(request, moment.now);
  if (route?.reason !== "rule") return { why: "noRule" };
  if (dutyHolder(route.post, moment.context.calendar, moment.now) === undefined)
    return { why: "nobodyOnDuty" };
  return { step: dispatch(request, moment, route.post, BY_RULE) };
}

/** Adds the dispatch that follows an acceptance by itself to its write, or the reason why none does. */
export async function withAutomaticDispatch(
  accepted: RequestDocument,
  change: Change<RequestDocument>,
  moment: Moment,
): Promise<Change<RequestDocument>> {
  const automatic = await automaticDispatch(accepted, moment);
  if (automatic === undefined) return change;
  if ("why" in automatic) return { ...change, set: { ...change.set, notRoutedWhy: automatic.why } };
  return joined(change, await actionChange(accepted, moment, { action: "dispatch", step: automatic.step }));
}
