import { Types } from "mongoose";
import type { handoverCaseSchema } from "@talent/shared/contract/schemas/posts";
import type * as z from "zod/mini";
import { pageOfRows, readCursor } from "../../../platform/database/cursor";
import type { Handlers } from "../../../platform/http/handler";
import { visibleHandover } from "../../posts/index";
import type { RequestContext } from "../context";
import type { RequestDocument } from "../document";
import { RequestModel } from "../model";
import { maySee } from "../policy";
import { presentSummary } from "../presenter/summary";
import { presentationFor } from "../routes/presenting";

/** Cases of a handover in the order in which they were handed in. */
export function handedOverQuery(handoverId: string, afterId: string | undefined) {
  const after = afterId === undefined ? {} : { _id: { $gt: new Types.ObjectId(afterId) } };
  return RequestModel.find({ handoverIds: handoverId, ...after }).sort({ _id: 1 });
}

function lastProgress({ timeline }: RequestDocument): z.output<typeof handoverCaseSchema>["lastProgress"] {
  const event = [...timeline].reverse().find(({ type }) => type === "progress");
  if (event === undefined) return undefined;
  return { at: event.at.toISOString(), note: event.note ?? "", who: event.byName };
}

/** 交接清单: the cases that changed hands, as they stand now; those that have left the reader's scope are not shown. */
export function createHandoverHandlers(context: RequestContext): Handlers<"handovers.cases"> {
  return {
    "handovers.cases": async ({ reader, params, query, now }) => {
      const handover = await visibleHandover(reader, params.id);
      const after = query.cursor === undefined ? undefined : readCursor(query.cursor).id;
      const found = await handedOverQuery(handover._id.toHexString(), after)
        .limit(query.limit + 1)
        .lean<RequestDocument[]>()
        .exec();
      const { rows, next } = pageOfRows(found, query.limit, (row) => ({ at: 0, id: row._id.toHexString() }));
      const presentation = await presentationFor(context, { reader, now });
      return {
        items: rows
          .filter((request) => maySee(reader, request))
          .map((request) => ({
            request: presentSummary(request, presentation),
            lastProgress: lastProgress(request),
          })),
        ...next,
      };
    },
  };
}
