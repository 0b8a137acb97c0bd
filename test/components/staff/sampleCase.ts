import type { LimitView, RequestDetail, RequestSummary } from "@talent/shared/contract/schemas/requests";

export const NOW = "2026-11-24T02:26:00.000Z";

const LIMIT: LimitView = {
  kind: "handling",
  state: "counting",
  workingDays: 15,
  used: 2,
  left: 13,
  dueOn: "2026-12-11",
  standing: "inTime",
  unpublished: false,
};

const ID = "65a000000000000000000001";

/** A case as the board shows it. */
export function sampleSummary(change: Partial<RequestSummary> = {}): RequestSummary {
  return {
    id: ID,
    number: "26-04752",
    status: "handling",
    lane: "inHand",
    itemName: { zh: "子女入学", en: "School place" },
    sample: false,
    maskedName: "汪**",
    category: "B",
    districtName: "渝北区",
    source: "talent",
    beneficiary: "child",
    limit: LIMIT,
    holder: { letter: "A", name: "何俊", office: "市教委" },
    missingMaterials: 0,
    canRate: false,
    createdAt: "2026-11-19T13:36:00.000Z",
    submittedAt: "2026-11-19T13:36:00.000Z",
    updatedAt: "2026-11-20T08:05:00.000Z",
    ...change,
  };
}

/** The same with everything that the case page shows. */
export function sampleDetail(change: Partial<RequestDetail> = {}): RequestDetail {
  return {
    ...sampleSummary(),
    version: 3,
    itemId: "65a000000000000000000002",
    itemVersion: 4,
    talentId: "65a000000000000000000003",
    recognition: "catalogue",
    employerName: "嘉陵智能装备研究院",
    phoneMasked: "138****2047",
    consents: { processing: true, guardian: true },
    points: [{ text: "落实春季学期转学学位" }, { text: "说明要交哪些材料" }],
    details: [],
    materials: [
      {
        key: "identity",
        name: { zh: "身份证明", en: "Identity" },
        required: true,
        identity: true,
        state: "received",
        files: [
          {
            id: "65a000000000000000000004",
            fileName: "身份证.jpg",
            mime: "image/jpeg",
            bytes: 340_000,
            uploadedAt: "2026-11-19T13:36:00.000Z",
            uploadedBy: "requester",
            identity: true,
          },
        ],
      },
      {
        key: "residence",
        name: { zh: "居住证明", en: "Residence" },
        hint: { zh: "居住证或租赁备案，任交一项", en: "Either will do" },
        required: true,
        identity: false,
        state: "missing",
        files: [],
      },
    ],
    limitSources: [],
    timeline: [],
    urges: [],
    supervisions: [],
    consultations: [],
    subtasks: [],
    officers: [{ name: "周敏", office: "市级服务专员", duty: "specialist", phone: "023-0000 1101" }],
    can: [{ action: "askSupplement" }],
    ...change,
  };
}
