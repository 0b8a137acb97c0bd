import { Types, type QueryFilter } from "mongoose";
import { pageOfRows, readCursor } from "../../../platform/database/cursor";
import type { Handlers } from "../../../platform/http/handler";
import { departmentsOf, seesEveryPost } from "../policy";
import { acknowledgeHandover, visibleHandover } from "./commands";
import { HandoverModel, type HandoverDocument } from "./model";
import { presentHandover } from "./presenter";

/** Handovers of these departments, or of all, newest first. */
export function handoversQuery(
  departmentIds: readonly string[] | undefined,
  postId: string | undefined,
  beforeId: string | undefined,
) {
  const filter: QueryFilter<HandoverDocument> = {};
  if (postId !== undefined) filter.postId = postId;
  if (departmentIds !== undefined)
    filter.departmentId = departmentIds.length === 1 ? departmentIds[0] : { $in: [...departmentIds] };
  if (beforeId !== undefined) filter._id = { $lt: new Types.ObjectId(beforeId) };
  return HandoverModel.find(filter).sort({ _id: -1 });
}

type Names = "handovers.list" | "handovers.read" | "handovers.acknowledge";

/** Handovers and their being read. The cases of one are served by the feature that has them. */
export function handoverHandlers(): Handlers<Names> {
  return {
    "handovers.list": async ({ reader, query }) => {
      const departments = seesEveryPost(reader) ? undefined : departmentsOf(reader);
      const before = query.cursor === undefined ? undefined : readCursor(query.cursor).id;
      const found = await handoversQuery(departments, query.postId, before)
        .limit(query.limit + 1)
        .lean<HandoverDocument[]>()
        .exec();
      const { rows, next } = pageOfRows(found, query.limit, (row) => ({ at: 0, id: row._id.toHexString() }));
      return { items: rows.map((row) => presentHandover(row, reader)), ...next };
    },

    "handovers.read": async ({ reader, params }) =>
      presentHandover(await visibleHandover(reader, params.id), reader),

    "handovers.acknowledge": async ({ params, ...call }) =>
      presentHandover(await acknowledgeHandover(params.id, call), call.reader),
  };
}
