import type { CycleDetail } from "@talent/shared/contract/schemas/cycles";

/** A cycle of which the window is open, as its employer reads it on 24 November 2026. */
export function sampleCycle(change: Partial<CycleDetail> = {}): CycleDetail {
  return {
    id: "000000000000000000000001",
    talentId: "000000000000000000000002",
    maskedName: "王**",
    category: "B",
    districtCode: "500112",
    districtName: "渝北区",
    employerName: "嘉陵智能装备研究院",
    stage: "evaluationOpen",
    startsOn: "2023-12-16",
    endsOn: "2026-12-15",
    notifiedOn: "2026-09-15",
    evaluationOpensOn: "2026-11-16",
    daysLeft: 21,
    window: { open: true, late: false },
    verification: [],
    decisions: [],
    appeals: [],
    timeline: [],
    can: ["saveDraft", "submitEvaluation"],
    ...change,
  };
}
