import { dateInShanghai } from "../../shared/calendar/dates";
import { PUBLISHED_CALENDAR } from "../../shared/calendar/workingDays";
import { entitlementFor } from "../../shared/domain/entitlement";
import { DEFAULT_LIMITS } from "../../shared/domain/limits";
import { isCodeString } from "../../shared/domain/codeString";
import { OPEN_STATUSES, REQUEST_STATUSES, isIn } from "../../shared/domain/requestStatus";
import { CATEGORIES } from "../../shared/domain/talents";
import { createKeyring } from "../../server/platform/crypto/keyring";
import { isIntact } from "../../server/features/requests/timeline";
import { waitingEntries } from "../../server/features/requests/waiting";
import { laneOf } from "../../server/features/requests/rules/lanes";
import { dueTimes } from "../../server/features/requests/rules/clock";
import { demonstration, type Demonstration } from "../../scripts/seed/demonstration";
import type { SampleFiles } from "../../scripts/seed/files";
import { idOf } from "../../scripts/seed/ids";
import personas from "../../scripts/wechat-sandbox/src/data/personas.json";

const NOW = new Date("2026-11-24T10:05:00+08:00");
const keyring = createKeyring({
  fieldKeys: new Map([["k1", Buffer.alloc(32, 7)]]),
  blindIndexKey: Buffer.alloc(32, 9),
});
const files: SampleFiles = {
  entryFor: (material, uploadedAt) =>
    Promise.resolve({
      fileId: idOf("file").toHexString(),
      materialKey: material.key,
      fileName: "示例.pdf",
      mime: "application/pdf" as const,
      bytes: 1,
      sha256: "00",
      identity: material.identity,
      uploadedAt,
      uploadedBy: "requester" as const,
    }),
};

let data: Demonstration;
beforeAll(async () => {
  data = await demonstration(NOW, keyring, files);
});

const requestsOf = (persona: string) => {
  const id = idOf(persona).toHexString();
  return data.requests.filter(({ talentId }) => talentId === id);
};

describe("the demonstration data", () => {
  it("are as many as promised, in every state, category and lane", () => {
    expect(data.items).toHaveLength(15);
    expect(data.talents).toHaveLength(500);
    expect(data.requests).toHaveLength(300);
    expect(new Set(data.requests.map(({ status }) => status))).toEqual(new Set(REQUEST_STATUSES));
    expect(new Set(data.talents.map(({ category }) => category))).toEqual(new Set(CATEGORIES));
    expect(new Set(data.talents.map(({ districtCode }) => districtCode)).size).toBe(38);
    const lanes = new Set(data.requests.map((request) => laneOf(request, NOW)));
    expect(lanes).toEqual(
      new Set(["toAccept", "toDispatch", "inHand", "dueSoon", "overdue", "done", undefined]),
    );
  });

  it("are the same for the same moment", async () => {
    const again = await demonstration(NOW, keyring, files);
    const plain = ({ beneficiary: _sealed, ...rest }: (typeof data.requests)[number]) => rest;
    expect(again.requests.map(plain)).toEqual(data.requests.map(plain));
    expect(again.talents.map(({ codeString }) => codeString)).toEqual(
      data.talents.map(({ codeString }) => codeString),
    );
  });

  it("tell histories whose hashes hold, in order, none of it in the future", () => {
    for (const { number, timeline } of data.requests) {
      expect([number, isIntact(timeline)]).toEqual([number, true]);
      const times = timeline.map(({ at }) => at.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(Math.max(0, ...times)).toBeLessThanOrEqual(NOW.getTime());
    }
  });

  it("let staff work on working days only", () => {
    const atRest = data.requests.flatMap(({ number, timeline }) =>
      timeline
        .filter(({ side, at }) => side === "staff" && !PUBLISHED_CALENDAR.day(dateInShanghai(at)).counts)
        .map(({ type }) => `${number} ${type}`),
    );
    expect(atRest).toEqual([]);
  });

  it("ask only for what the talent was entitled to on that day", () => {
    const talents = new Map(data.talents.map((talent) => [talent._id.toHexString(), talent]));
    const items = new Map(data.items.map((item) => [item._id.toHexString(), item]));
    for (const request of data.requests) {
      const talent = talents.get(request.talentId);
      const version = items
        .get(request.item.id)
        ?.versions.find(({ version: number }) => number === request.item.version);
      if (talent === undefined || version === undefined)
        throw new Error(`${request.number} hangs in the air`);
      const applicant = {
        category: talent.category,
        cycleStartsOn: talent.cycle.startsOn,
        cycleEndsOn: talent.cycle.endsOn,
      };
      const on = dateInShanghai(request.createdAt);
      expect([request.number, entitlementFor(applicant, version, on)]).toEqual([
        request.number,
        { entitled: true },
      ]);
    }
  });

  it("are due when the rules say so", () => {
    const open = data.requests.filter(({ status }) => isIn(OPEN_STATUSES, status));
    for (const { number, clock, laneAt } of open) {
      if (clock === undefined) throw new Error(`${number} has no clock`);
      const due = dueTimes(clock, PUBLISHED_CALENDAR, DEFAULT_LIMITS, NOW);
      expect([number, laneAt]).toEqual([number, due.laneAt]);
    }
  });

  it("end the service cycles over the next three years, one of them days ago", () => {
    const ends = data.talents.map(({ cycle }) => cycle.endsOn).sort();
    expect(ends[0]).toBe("2026-11-20");
    expect(ends.at(-1)?.slice(0, 4)).toBe("2029");
    for (const { codeString } of data.talents) expect(isCodeString(codeString)).toBe(true);
    expect(new Set(data.talents.map(({ codeString }) => codeString)).size).toBe(500);
  });

  it("give every persona of the sandbox an account, except the newcomer", () => {
    const openids = new Set(data.accounts.map(({ openid }) => openid));
    expect(personas.filter(({ openid }) => !openids.has(openid)).map(({ id }) => id)).toEqual(["newcomer"]);
    expect(new Set(data.accounts.map(({ openid }) => openid)).size).toBe(data.accounts.length);
    for (const { openid } of data.accounts) expect(openid).toMatch(/^o.{27}$/);
  });

  it("show talent B one case in hand, one to supplement and one to rate", () => {
    const states = requestsOf("talent-b").map(({ status, rating }) => `${status}${rating ? " rated" : ""}`);
    expect(states).toEqual(
      expect.arrayContaining(["handling", "supplementing", "completed", "completed rated"]),
    );
    expect(requestsOf("talent-f")).toEqual([]);
  });

  it("give the desks work of every kind beside the straight line, and one case taken in at a window", () => {
    const kinds = new Set(
      data.requests.flatMap((request) => waitingEntries(request).map(({ kind }) => kind)),
    );
    expect(kinds).toEqual(new Set(["extension", "urge", "supervision", "consultation", "subtask"]));
    expect(requestsOf("talent-e").map(({ intake }) => intake?.consentsOnPaper)).toContainEqual([
      "processing",
    ]);
  });

  it("number the requests in the order of their beginning", () => {
    const ordered = [...data.requests].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
    const thisYear = ordered.map(({ number }) => number).filter((number) => number.startsWith("26-"));
    expect(thisYear).toEqual([...thisYear].sort());
    expect(thisYear.at(-1)).toBe(`26-0${data.lastNumbers.get("26")}`);
  });
});
