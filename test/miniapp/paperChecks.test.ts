import type { ItemDetail } from "@talent/shared/contract/schemas/catalogue";
import { EMPTY_FORM } from "../../miniapp/src/components/requestForm/formState";
import { intakeBody, intakeProblems, tick } from "../../miniapp/src/packages/intake/form/paperChecks";

const both = (text: string) => ({ zh: text, en: text });
const item = {
  beneficiaries: ["self"],
  fields: [],
  materials: [
    { key: "identity", name: both("身份证"), required: true, identity: true },
    { key: "contract", name: both("合同"), required: true, identity: false },
    { key: "photo", name: both("照片"), required: false, identity: false },
  ],
} as unknown as ItemDetail;

const filled = { ...EMPTY_FORM, beneficiary: "self" as const, points: ["安排体检"] };
const missing = (checks: Parameters<typeof intakeProblems>[2], photographed: string[] = []) =>
  intakeProblems(item, filled, checks, {
    todayOn: "2026-11-24",
    photographed: new Set(photographed),
  }).map(({ anchor }) => anchor);

test("a paper is there when it was seen, copied or photographed", () => {
  expect(missing({})).toEqual(["material-identity", "material-contract", "consent-processing"]);
  expect(missing({ identity: "original" }, ["contract"])).toEqual(["consent-processing"]);
});

test("a second tap on the same word takes the tick away, another word replaces it", () => {
  const once = tick({}, "identity", "original");
  expect(once).toEqual({ identity: "original" });
  expect(tick(once, "identity", "copy")).toEqual({ identity: "copy" });
  expect(tick(once, "identity", "original").identity).toBeUndefined();
});

test("sends the papers that were seen and the consents as signed on paper", () => {
  const values = { ...filled, consents: { processing: true } };
  expect(intakeBody(values, { identity: "copy", contract: undefined })).toEqual({
    beneficiary: { kind: "self" },
    points: ["安排体检"],
    details: {},
    consentsOnPaper: { processing: true },
    paperMaterials: [{ materialKey: "identity", seen: "copy" }],
  });
});
