import { LIFECYCLE, REQUEST_ACTIONS, type Actor } from "@talent/shared/domain/lifecycle";
import { DEFAULT_LIMITS } from "@talent/shared/domain/limits";
import { REQUEST_STATUSES, type RequestStatus } from "@talent/shared/domain/requestStatus";
import type { RoleGrant } from "@talent/shared/domain/roles";
import { CATEGORIES, LEVELS_SERVING, type Category } from "@talent/shared/domain/talents";
import { boardDocument } from "../../support/boardRows";
import type { Reader } from "../../../server/platform/auth/reader";
import type { RequestDocument } from "../../../server/features/requests/index";
import { allowedActions, authorize, maySee, relationsOf } from "../../../server/features/requests/policy";

const now = new Date("2026-11-24T02:00:00Z");
const departmentId = "d".repeat(24);
const holderId = "a".repeat(24);

function request(status: RequestStatus, changes: Partial<RequestDocument> = {}): RequestDocument {
  const document = boardDocument({ number: "26-00001", status, laneKey: "active" }, now);
  return {
    ...document,
    departmentId,
    holder: { accountId: holderId, letter: "A", name: "谭静", office: "渝北区教委" },
    ...changes,
  };
}

function reader(grants: RoleGrant[], changes: Partial<Reader> = {}): Reader {
  return {
    accountId: "f".repeat(24),
    name: "某人",
    office: "",
    grants,
    talentId: undefined,
    sessionId: "s",
    ...changes,
  };
}

const READERS: Readonly<Record<string, Reader>> = {
  requester: reader([{ role: "talent" }], { talentId: "2".repeat(24) }),
  municipal: reader([{ role: "municipalSpecialist" }]),
  district: reader([{ role: "districtSpecialist", districtCode: "500112" }]),
  holder: reader([{ role: "departmentLiaison", departmentId }], { accountId: holderId }),
};
const STRANGERS: Readonly<Record<string, Reader>> = {
  "another talent": reader([{ role: "talent" }], { talentId: "9".repeat(24) }),
  "a talent's number without the role": reader([{ role: "employerLiaison" }], { talentId: "2".repeat(24) }),
  "a foreign district": reader([{ role: "districtSpecialist", districtCode: "500103" }]),
  "a district role without a district": reader([{ role: "districtSpecialist" }]),
  "another department": reader([{ role: "departmentLiaison", departmentId: "e".repeat(24) }]),
  "the holder without the department": reader([{ role: "departmentLiaison" }], { accountId: holderId }),
  "an administrator": reader([{ role: "administrator" }]),
  "an auditor": reader([{ role: "auditor" }]),
  nobody: reader([]),
};

const can = (who: Reader, document: RequestDocument) =>
  allowedActions(who, document, now, DEFAULT_LIMITS).map(({ action }) => action);

function attempt(who: Reader, action: (typeof REQUEST_ACTIONS)[number], document: RequestDocument): string {
  try {
    authorize(who, action, document, now, DEFAULT_LIMITS);
    return "allowed";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

test("what is offered is what is allowed, for everybody in every state", () => {
  for (const who of [...Object.values(READERS), ...Object.values(STRANGERS)])
    for (const status of REQUEST_STATUSES) {
      const offered = can(who, request(status));
      for (const action of REQUEST_ACTIONS)
        expect([status, action, attempt(who, action, request(status)) === "allowed"]).toEqual([
          status,
          action,
          offered.includes(action),
        ]);
    }
});

test("nobody is offered what the lifecycle table does not give to their relation in that state", () => {
  for (const who of Object.values(READERS))
    for (const status of REQUEST_STATUSES) {
      const document = request(status);
      const relations = relationsOf(who, document);
      for (const action of can(who, document)) {
        const { from, by } = LIFECYCLE[action];
        expect([action, from.includes(status), by.some((actor) => relations.has(actor))]).toEqual([
          action,
          true,
          true,
        ]);
      }
    }
});

test.each(Object.entries(STRANGERS))("%s neither sees it nor may do anything", (_, who) => {
  for (const status of REQUEST_STATUSES) {
    expect([status, maySee(who, request(status))]).toEqual([status, false]);
    expect([status, can(who, request(status))]).toEqual([status, []]);
  }
});

test("the first thing offered is the next step of the work", () => {
  const first = (who: keyof typeof READERS, status: RequestStatus) =>
    can(READERS[who] as Reader, request(status))[0];
  expect([
    first("requester", "draft"),
    first("district", "submitted"),
    first("municipal", "accepted"),
    first("holder", "dispatched"),
    first("holder", "handling"),
    first("requester", "supplementing"),
    first("requester", "completed"),
    first("holder", "reopened"),
  ]).toEqual(["submit", "accept", "dispatch", "sign", "complete", "answerSupplement", "rate", "sign"]);
});

test("staff never see a draft", () => {
  const draft = request("draft", { submittedAt: undefined });
  expect(
    ["requester", "municipal", "district", "holder"].map((who) => maySee(READERS[who] as Reader, draft)),
  ).toEqual([true, false, false, false]);
});

test.each(CATEGORIES.map((category) => [category, LEVELS_SERVING[category]] as const))(
  "category %s is seen and supervised by the highest of %p",
  (category: Category, levels) => {
    const applicant = { ...request("submitted").applicant, category };
    const document = request("submitted", { applicant });
    const municipalServes = levels.includes("municipal");
    const supervises = (who: keyof typeof READERS) =>
      relationsOf(READERS[who] as Reader, document).has("supervisor" satisfies Actor);
    expect(maySee(READERS["municipal"] as Reader, document)).toBe(municipalServes);
    expect([supervises("municipal"), supervises("district")]).toEqual([municipalServes, !municipalServes]);
  },
);

describe("case work", () => {
  const asked = {
    state: "asked",
    workingDays: 3,
    reason: "等复函",
    askedAt: now,
    askedById: holderId,
    askedByName: "谭静",
  } as const;
  const both = reader([{ role: "departmentLiaison", departmentId }, { role: "municipalSpecialist" }], {
    accountId: holderId,
  });
  const part = {
    id: "c1",
    at: now,
    byId: holderId,
    byName: "谭静",
    postId: "1".repeat(24),
    departmentId: "e".repeat(24),
    holder: { accountId: "b".repeat(24), letter: "A", name: "代向磊", office: "市卫生健康委" },
    dueAt: new Date("2026-11-26T09:30:00Z"),
    question: "？",
    task: "核对",
  } as const;
  const helper = reader([{ role: "departmentLiaison", departmentId: "e".repeat(24) }], {
    accountId: "b".repeat(24),
  });

  test("nobody decides on the extension they asked for", () => {
    const document = request("handling", { extension: asked });
    expect(attempt(both, "approveExtension", document)).toBe("action_not_allowed");
    expect(attempt(READERS["district"] as Reader, "approveExtension", document)).toBe("allowed");
  });

  test("where only the district serves, its specialist supervises", () => {
    const applicant = { ...request("handling").applicant, category: "E" as const };
    const document = request("handling", { applicant });
    expect(attempt(READERS["district"] as Reader, "supervise", document)).toBe("allowed");
    expect(maySee(READERS["municipal"] as Reader, document)).toBe(false);
  });

  test("who is asked sees the open case and may only answer", () => {
    const document = request("handling", { consultations: [{ ...part }] });
    expect([maySee(helper, document), can(helper, document)]).toEqual([true, ["answerConsultation"]]);
    const answered = request("handling", { consultations: [{ ...part, answeredAt: now }] });
    expect([maySee(helper, answered), can(helper, answered)]).toEqual([true, []]);
    const closed = request("completed", { consultations: [{ ...part, answeredAt: now }] });
    expect(maySee(helper, closed)).toBe(false);
  });

  test("who has a sub-task signs, then reports, and sees the case ever after", () => {
    const subtasks = [{ ...part, id: "t1" }];
    expect(can(helper, request("handling", { subtasks }))).toEqual(["signSubtask"]);
    const signed = [{ ...part, id: "t1", signedAt: now }];
    expect(can(helper, request("handling", { subtasks: signed }))).toEqual(["answerSubtask"]);
    expect(maySee(helper, request("completed", { subtasks: signed }))).toBe(true);
  });

  test("a colleague of who is asked, and the same person without the department, see nothing", () => {
    const document = request("handling", { consultations: [{ ...part }], subtasks: [{ ...part, id: "t1" }] });
    const colleague = reader([{ role: "departmentLiaison", departmentId: "e".repeat(24) }]);
    const moved = reader([{ role: "departmentLiaison", departmentId: "c".repeat(24) }], {
      accountId: "b".repeat(24),
    });
    expect([colleague, moved].map((who) => maySee(who, document))).toEqual([false, false]);
  });
});

test("a refusal for the state says what the reader may do now", () => {
  const document = request("accepted");
  expect(() => authorize(READERS["district"] as Reader, "accept", document, now, DEFAULT_LIMITS)).toThrow(
    expect.objectContaining({
      code: "state_changed",
      details: {
        status: "accepted",
        version: 3,
        can: ["dispatch", "askSupplement", "changeItem", "reject", "markOutOfScope"],
      },
    }),
  );
});
