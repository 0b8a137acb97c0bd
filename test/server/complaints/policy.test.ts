import {
  COMPLAINT_STATUSES,
  type ComplaintAction,
  type ComplaintStatus,
} from "@talent/shared/domain/complaints";
import type { RoleGrant } from "@talent/shared/domain/roles";
import type { ComplaintDocument } from "../../../server/features/complaints/document";
import { actionsOf, mayInvestigate, sees } from "../../../server/features/complaints/policy";

const person = (accountId: string, ...grants: RoleGrant[]) => ({ accountId, grants });
const MUNICIPAL: RoleGrant = { role: "municipalSpecialist" };
const writer = person("writer", { role: "talent" });
const municipal = person("municipal", MUNICIPAL);
const district = person("district", { role: "districtSpecialist", districtCode: "500112" });
const foreign = person("foreign", { role: "districtSpecialist", districtCode: "500103" });
const nowhere = person("nowhere", { role: "districtSpecialist" });
const investigator = person("investigator", { role: "departmentLiaison", departmentId: "d1" });
const concerned = person("concerned", MUNICIPAL);
const colleague = person("colleague", { role: "departmentLiaison", departmentId: "d9" });
const ref = (accountId: string) => ({ accountId, name: "甲", office: "乙" });

function complaint(changes: Partial<ComplaintDocument> = {}): ComplaintDocument {
  return {
    kind: "complaint",
    status: "investigating",
    round: 1,
    answers: [],
    fromAccountId: "writer",
    districtCode: "500112",
    concernedIds: ["concerned"],
    concernedDepartmentId: "d9",
    investigator: ref("investigator"),
    ...changes,
  } as ComplaintDocument;
}

const WRITER: Record<ComplaintStatus, ComplaintAction[]> = {
  received: ["withdraw"],
  accepted: ["withdraw"],
  investigating: ["withdraw"],
  answered: ["confirm", "disagree"],
  closed: [],
  archived: [],
  withdrawn: [],
};
const SPECIALIST: Record<ComplaintStatus, ComplaintAction[]> = {
  received: ["accept"],
  accepted: ["assign"],
  investigating: ["assign", "note", "answer"],
  answered: [],
  closed: [],
  archived: [],
  withdrawn: [],
};

test.each(COMPLAINT_STATUSES)("%s: the writer, a specialist, and nobody it is about", (status) => {
  const one = complaint({ status });
  expect(actionsOf(writer, one)).toEqual(WRITER[status]);
  expect(actionsOf(municipal, one)).toEqual(SPECIALIST[status]);
  expect(actionsOf(district, one)).toEqual(SPECIALIST[status]);
  for (const nobody of [foreign, nowhere, concerned, colleague]) expect(actionsOf(nobody, one)).toEqual([]);
});

test("whoever looks into it notes and answers, and no more", () => {
  expect(actionsOf(investigator, complaint())).toEqual(["note", "answer"]);
  expect(actionsOf(investigator, complaint({ status: "accepted" }))).toEqual([]);
});

test.each([
  ["its writer", writer, true],
  ["the municipal platform", municipal, true],
  ["its district", district, true],
  ["whoever looks into it", investigator, true],
  ["another district", foreign, false],
  ["a specialist without a district", nowhere, false],
  ["whom it is about", concerned, false],
  ["a colleague of whom it is about", colleague, false],
])("is seen by %s: %#", (_who, one, seen) => expect(sees(one, complaint())).toBe(seen));

test("a second review is another person's, and there is no third", () => {
  const answers = [{ round: 1, by: ref("district"), investigator: ref("investigator") }];
  const again = complaint({ round: 2, answers: answers as ComplaintDocument["answers"] });
  expect(mayInvestigate(district, again)).toBe(false);
  expect(mayInvestigate(investigator, again)).toBe(false);
  expect(mayInvestigate(municipal, again)).toBe(true);
  expect(actionsOf(district, again)).toEqual(["assign", "note"]);
  expect(actionsOf(writer, { ...again, status: "answered" })).toEqual(["confirm"]);
});

test("a letter without a district is the municipal platform's alone", () => {
  const citywide = complaint({ districtCode: undefined, investigator: undefined });
  expect(sees(district, citywide)).toBe(false);
  expect(sees(nowhere, citywide)).toBe(false);
  expect(sees(municipal, citywide)).toBe(true);
});
