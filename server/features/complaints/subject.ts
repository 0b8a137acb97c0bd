import { Types } from "mongoose";
import type { ComplaintSubject } from "@talent/shared/domain/complaints";
import type { Reader } from "../../platform/auth/reader";
import { invalidField } from "../../platform/errors";
import { RequestModel, type RequestDocument } from "../requests/index";
import { TalentModel } from "../talents/index";
import type { ComplaintDocument } from "./document";

type Subject = Pick<ComplaintDocument, "concernedIds" | "concernedDepartmentId" | "districtCode" | "request">;
type Named = Pick<RequestDocument, "holder" | "specialist" | "departmentId">;

/** Whom a complaint about this request is about, by what it is about. */
const CONCERNED: Readonly<
  Record<ComplaintSubject, (request: Named) => Pick<Subject, "concernedIds" | "concernedDepartmentId">>
> = {
  handling: ({ holder, departmentId }) => ({
    concernedIds: holder === undefined ? [] : [holder.accountId],
    ...(departmentId === undefined ? {} : { concernedDepartmentId: departmentId }),
  }),
  acceptance: ({ specialist }) => ({ concernedIds: specialist === undefined ? [] : [specialist.accountId] }),
  service: () => ({ concernedIds: [] }),
};

/** The request, if it is the reader's own. */
async function ownRequest(id: string, reader: Reader): Promise<RequestDocument | null> {
  const own = [
    { requesterAccountId: reader.accountId },
    ...(reader.talentId === undefined ? [] : [{ talentId: reader.talentId }]),
  ];
  return RequestModel.findOne(
    { _id: new Types.ObjectId(id), $or: own },
    { number: 1, item: 1, holder: 1, specialist: 1, departmentId: 1, "applicant.districtCode": 1 },
  ).lean<RequestDocument>();
}

/**
 * What a new complaint is about: the writer's request, whom it concerns, and the district whose specialists see it.
 * @throws AppError `invalid_input` on `requestId` when it is not the writer's own
 */
export async function subjectOf(
  input: { about: ComplaintSubject; requestId?: string | undefined },
  reader: Reader,
): Promise<Subject> {
  if (input.requestId === undefined) {
    const talent =
      reader.talentId === undefined
        ? null
        : await TalentModel.findById(reader.talentId, { districtCode: 1 }).lean();
    return { concernedIds: [], ...(talent === null ? {} : { districtCode: talent.districtCode }) };
  }
  const request = await ownRequest(input.requestId, reader);
  if (request === null) throw invalidField("body.requestId", "not_yours");
  return {
    ...CONCERNED[input.about](request),
    districtCode: request.applicant.districtCode,
    request: { id: input.requestId, number: request.number, itemName: request.item.name },
  };
}
