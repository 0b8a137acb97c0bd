import {
  beneficiaryOptions,
  chosenOption,
  chosenValues,
} from "../../miniapp/src/components/requestForm/beneficiaryChoices";

const spouse = { id: "m1", relation: "spouse", maskedName: "沈*" } as const;
const elder = { id: "m2", relation: "child", maskedName: "沈**", age: 8 } as const;
const younger = { id: "m3", relation: "child", maskedName: "沈**", age: 5 } as const;
const keys = (
  kinds: Parameters<typeof beneficiaryOptions>[0],
  family: Parameters<typeof beneficiaryOptions>[1],
) => beneficiaryOptions(kinds, family).map(({ key }) => key);

test("offers everybody on record, and a child who is not", () => {
  expect(keys(["self", "spouse", "child"], [spouse, elder, younger])).toEqual([
    "self",
    "spouse:m1",
    "child:m2",
    "child:m3",
    "child",
  ]);
});

test("lets a spouse be named where none is on record", () => {
  expect(keys(["self", "spouse"], [elder])).toEqual(["self", "spouse"]);
});

test("finds again what was chosen, also the second child", () => {
  const options = beneficiaryOptions(["child"], [elder, younger]);
  const second = options[1];
  if (second === undefined) throw new Error("no second child");
  expect(chosenValues(second)).toEqual({ beneficiary: "child", memberId: "m3", memberAge: 5 });
  expect(chosenOption(options, { beneficiary: "child", memberId: "m3" })).toBe(second);
  expect(chosenOption(options, { beneficiary: "child", memberId: undefined })?.key).toBe("child");
  expect(chosenOption(options, { beneficiary: undefined, memberId: undefined })).toBeUndefined();
});
