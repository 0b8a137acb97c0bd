import type { RequestDetail, RequestFile } from "@talent/shared/contract/schemas/requests";
import type { MaterialSpec } from "@talent/shared/contract/schemas/catalogue";
import type { Reader } from "../../../platform/auth/reader";
import type { RequestDocument, RequestFileEntry } from "../document";
import { materialsFor } from "../rules/submission";
import { openSupplement, unansweredItems } from "../rules/supplement";
import { staffName } from "./presentation";

function presentFile(file: RequestFileEntry): RequestFile {
  return {
    id: file.fileId,
    fileName: file.fileName,
    mime: file.mime,
    bytes: file.bytes,
    uploadedAt: file.uploadedAt.toISOString(),
    uploadedBy: file.uploadedBy,
    identity: file.identity,
  };
}

/** Materials of the item with what has been handed in for each. */
export function presentMaterials(
  request: RequestDocument,
  specs: readonly MaterialSpec[],
): RequestDetail["materials"] {
  const open = openSupplement(request.supplements);
  const unanswered = open === undefined ? [] : unansweredItems(open, request.files);
  return materialsFor(specs, request.beneficiary.kind).map((spec) => {
    const files = request.files.filter((file) => file.materialKey === spec.key);
    const asked = open?.items.find((item) => item.key === spec.key);
    const seen = request.intake?.paperMaterials.find((paper) => paper.materialKey === spec.key)?.seen;
    const waits = asked !== undefined && unanswered.includes(spec.key);
    return {
      key: spec.key,
      name: spec.name,
      hint: spec.hint,
      required: spec.required,
      identity: spec.identity,
      state: waits ? "asked" : files.length > 0 || seen !== undefined ? "received" : "missing",
      seen,
      why: asked?.why,
      files: files.map(presentFile),
    };
  });
}

/** The last notice of missing materials, with what was handed in since. */
export function presentSupplement(request: RequestDocument, reader: Reader): RequestDetail["supplement"] {
  const last = request.supplements.at(-1);
  if (last === undefined) return undefined;
  return {
    askedAt: last.askedAt.toISOString(),
    askedBy: staffName(last.askedByName, request, reader),
    answeredAt: last.answeredAt?.toISOString(),
    items: last.items.map((item) => ({
      key: item.key,
      title: item.title,
      why: item.why,
      how: item.how,
      files: request.files
        .filter((file) => file.materialKey === item.key && file.uploadedAt >= last.askedAt)
        .map(presentFile),
    })),
  };
}
