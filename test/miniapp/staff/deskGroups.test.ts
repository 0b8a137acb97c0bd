import type { RequestSummary } from "@talent/shared/contract/schemas/requests";
import { grouped, groupOf, waitsForSigning } from "../../../miniapp/src/packages/staff/desk/deskGroups";

function request(change: Partial<RequestSummary>): RequestSummary {
  return {
    id: "0".repeat(24),
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
    missingMaterials: 0,
    canRate: false,
    createdAt: "2026-11-19T00:00:00Z",
    updatedAt: "2026-11-19T00:00:00Z",
    ...change,
  };
}

describe("the liaison's list", () => {
  it("puts being late before what is done with a case", () => {
    expect(groupOf(request({ lane: "overdue", status: "dispatched" }))).toBe("overdue");
    expect(groupOf(request({ lane: "dueSoon", status: "supplementing" }))).toBe("dueSoon");
  });

  it("separates what waits for a signature, for materials, and what is in hand", () => {
    expect(groupOf(request({ status: "dispatched" }))).toBe("toSign");
    expect(groupOf(request({ status: "reopened" }))).toBe("toSign");
    expect(groupOf(request({ status: "supplementing" }))).toBe("paused");
    expect(groupOf(request({ status: "handling" }))).toBe("handling");
  });

  it("can be signed wherever it stands in the list", () => {
    expect(waitsForSigning(request({ lane: "overdue", status: "dispatched" }))).toBe(true);
    expect(waitsForSigning(request({ status: "handling" }))).toBe(false);
  });

  it("orders groups by urgency, leaves empty ones out and keeps the server's order inside", () => {
    const rows = [
      request({ number: "1" }),
      request({ number: "2", lane: "overdue" }),
      request({ number: "3" }),
      request({ number: "4", status: "dispatched" }),
    ];
    const groups = grouped(rows).map(({ group, rows: inside }) => [group, inside.map((each) => each.number)]);
    expect(groups).toEqual([
      ["overdue", ["2"]],
      ["toSign", ["4"]],
      ["handling", ["1", "3"]],
    ]);
  });
});
