import { Types, type QueryFilter } from "mongoose";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import { CLOSED_STATUSES, OPEN_STATUSES, type RequestStatus } from "@talent/shared/domain/requestStatus";
import { dateText } from "@talent/shared/labels/dateText";
import { pageOfRows, readCursor } from "../../../platform/database/cursor";
import { AppError, notFound } from "../../../platform/errors";
import type { Handlers } from "../../../platform/http/handler";
import { findTalent, openPhone } from "../../talents/index";
import type { RequestContext } from "../context";
import type { RequestDocument } from "../document";
import { visibleRequest } from "../loading";
import { RequestModel } from "../model";
import { mayRevealPhone, seesAsStaff } from "../policy";
import { presentSummary } from "../presenter/summary";
import { answer, presentationFor } from "./presenting";

type Names = "requests.list" | "requests.read" | "requests.readMaterial" | "requests.revealPhone";

const STATUSES_OF_STATE: Readonly<Record<"open" | "closed" | "draft", readonly RequestStatus[]>> = {
  open: OPEN_STATUSES,
  closed: CLOSED_STATUSES,
  draft: ["draft"],
};

/** The own requests of a talent, newest first. */
export function ownRequestsQuery(
  talentId: string,
  state: "open" | "closed" | "draft" | "all",
  beforeId: string | undefined,
) {
  const filter: QueryFilter<RequestDocument> = { talentId };
  if (state !== "all") filter.status = { $in: [...STATUSES_OF_STATE[state]] };
  if (beforeId !== undefined) filter._id = { $lt: new Types.ObjectId(beforeId) };
  return RequestModel.find(filter).sort({ _id: -1 });
}

export function createReadingHandlers(context: RequestContext): Handlers<Names> {
  const { access, files, keyring } = context.platform;
  return {
    "requests.list": async ({ reader, query, now }) => {
      if (reader.talentId === undefined) return { items: [] };
      const before = query.cursor === undefined ? undefined : readCursor(query.cursor).id;
      const [found, presentation] = await Promise.all([
        ownRequestsQuery(reader.talentId, query.state, before)
          .limit(query.limit + 1)
          .lean<RequestDocument[]>()
          .exec(),
        presentationFor(context, { reader, now }),
      ]);
      const { rows, next } = pageOfRows(found, query.limit, (row) => ({ at: 0, id: row._id.toHexString() }));
      return { items: rows.map((row) => presentSummary(row, presentation)), ...next };
    },

    "requests.read": async ({ reader, params, now }) => {
      const request = await visibleRequest(reader, params.id);
      if (seesAsStaff(reader, request))
        access.recordRead({
          talentId: request.talentId,
          at: now,
          reader,
          what: "request",
          subject: request.number,
        });
      return answer(context, request, { reader, now });
    },

    "requests.readMaterial": async ({ reader, params, now }) => {
      const request = await visibleRequest(reader, params.id);
      const file = request.files.find((entry) => entry.fileId === params.fileId);
      if (file === undefined) throw notFound("file");
      if (seesAsStaff(reader, request))
        access.recordRead({
          talentId: request.talentId,
          at: now,
          reader,
          what: "material",
          subject: request.number,
        });
      if (!file.identity || !file.mime.startsWith("image/")) return files.answerFile(file.fileId);
      const todayOn = dateInShanghai(now);
      return files.answerFile(file.fileId, {
        watermark: [
          `仅供办理 ${request.number} 使用`,
          `${reader.office || reader.name} ${dateText(todayOn, todayOn, "zh")}`,
        ],
      });
    },

    "requests.revealPhone": async ({ reader, params, now }) => {
      const request = await visibleRequest(reader, params.id);
      if (!mayRevealPhone(reader, request))
        throw new AppError("action_not_allowed", "for who works on the open case");
      const talent = await findTalent(request.talentId);
      if (talent === null) throw notFound("talent");
      await access.recordReadNow({
        talentId: request.talentId,
        at: now,
        reader,
        what: "phone",
        subject: request.number,
      });
      return { value: openPhone(keyring, talent) };
    },
  };
}
