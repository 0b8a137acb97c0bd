import type { ItemDetail } from "@talent/shared/contract/schemas/catalogue";
import {
  bodyOf,
  EMPTY_FORM,
  neededConsents,
  neededMaterials,
  problemsOf,
  type FormValues,
} from "../../miniapp/src/components/requestForm/formState";

const TODAY = "2026-11-24";
const both = (text: string) => ({ zh: text, en: text });
const item = {
  sensitive: "health",
  fields: [
    { key: "school", kind: "text", label: both("学校"), required: true },
    { key: "remark", kind: "text", label: both("备注"), required: false },
  ],
  materials: [
    { key: "id", name: both("身份证"), required: true, identity: true },
    { key: "marriage", name: both("结婚证"), required: true, identity: false, beneficiaries: ["spouse"] },
    { key: "photo", name: both("照片"), required: false, identity: false },
  ],
} as unknown as ItemDetail;

const values = (change: Partial<FormValues>): FormValues => ({ ...EMPTY_FORM, ...change });
const kinds = (
  step: Parameters<typeof problemsOf>[0],
  change: Partial<FormValues>,
  handedIn: string[] = [],
) =>
  problemsOf(step, item, values(change), { todayOn: TODAY, handedIn: new Set(handedIn) }).map(
    ({ anchor }) => anchor,
  );

test("asks for whom, and of a child the name and the day of birth", () => {
  expect(kinds("who", {})).toEqual(["who"]);
  expect(kinds("who", { beneficiary: "self" })).toEqual([]);
  expect(kinds("who", { beneficiary: "child" })).toEqual(["who-name", "who-born"]);
  expect(kinds("who", { beneficiary: "child", name: "小满", bornOn: "2018-02-30" })).toEqual(["who-born"]);
});

test("wants one point and the item's required answers, and names each that is missing", () => {
  expect(kinds("wishes", { points: ["  "] })).toEqual(["point-0", "field-school"]);
  expect(kinds("wishes", { points: ["", "转学"], details: { school: "示例小学" } })).toEqual([]);
});

test("wants only the materials that this beneficiary needs", () => {
  expect(neededMaterials(item, "self").map(({ key }) => key)).toEqual(["id", "photo"]);
  expect(kinds("materials", { beneficiary: "spouse" }, ["id"])).toEqual(["material-marriage"]);
  expect(kinds("materials", { beneficiary: "self" }, ["id"])).toEqual([]);
});

test("wants each consent on its own, the guardian's below fourteen", () => {
  const child = (bornOn: string) => neededConsents(item, values({ beneficiary: "child", bornOn }), TODAY);
  expect(child("2012-11-25")).toEqual(["processing", "health", "guardian"]);
  expect(child("2012-11-24")).toEqual(["processing", "health"]);
  expect(neededConsents(item, values({ beneficiary: "self" }), TODAY)).toEqual(["processing", "health"]);
  expect(kinds("review", { beneficiary: "self", consents: { processing: true } })).toEqual([
    "consent-health",
  ]);
});

test("takes somebody on record as they stand there, and asks neither name nor birthday again", () => {
  const chosen = { beneficiary: "child", memberId: "m2", memberAge: 13, name: "忘删的名字" } as const;
  expect(kinds("who", chosen)).toEqual([]);
  expect(neededConsents(item, values(chosen), TODAY)).toContain("guardian");
  expect(neededConsents(item, values({ ...chosen, memberAge: 14 }), TODAY)).not.toContain("guardian");
  expect(bodyOf(values(chosen)).beneficiary).toEqual({ kind: "child", memberId: "m2" });
});

test("sends nothing that is empty, and no name for oneself", () => {
  const body = bodyOf(
    values({
      beneficiary: "self",
      name: "忘删的名字",
      points: [" 转学 ", ""],
      details: { school: " ", grade: "三" },
    }),
  );
  expect(body).toEqual({
    beneficiary: { kind: "self" },
    points: ["转学"],
    details: { grade: "三" },
    consents: {},
  });
});
