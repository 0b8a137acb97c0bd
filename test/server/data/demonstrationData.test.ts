import evidence from "../../../shared/data/service-items.json";
import { itemDetailSchema } from "../../../shared/contract/schemas/catalogue";
import { CATEGORIES, LEVELS_SERVING } from "../../../shared/domain/talents";
import { catalogueItems } from "../../../server/data/items";
import { DEPARTMENTS, DISTRICT_CENTRE, DISTRICTS, EMPLOYERS, NAMES } from "../../../server/data/offices";

const START = "2026-11-24";
const items = catalogueItems(START);
const first = items.map((item) => ({ ...item, version: item.versions[0] }));

describe("the demonstration catalogue", () => {
  it("holds exactly the items of the evidence file, marked sample where they are not evidenced", () => {
    const ours = new Map(first.map((item) => [item.version?.name.zh, item.sample]));
    expect([...ours.keys()].sort()).toEqual(evidence.items.map(({ name }) => name).sort());
    for (const { name, basis } of evidence.items)
      expect([name, ours.get(name)]).toEqual([name, basis === "sample"]);
  });

  it("fits the contract's guide", () => {
    const guide = itemDetailSchema.shape;
    for (const { version } of first) {
      for (const key of ["conditions", "steps", "materials", "fields", "basis", "beneficiaries"] as const)
        expect(guide[key].safeParse(version?.[key]).error).toBeUndefined();
    }
  });

  it("has an item that begins later and one that changes later", () => {
    expect(first.filter(({ version }) => (version?.effectiveFromOn ?? "") > START)).toHaveLength(1);
    const changing = items.filter(({ versions }) => versions.length > 1);
    expect(
      changing.map(({ versions }) => versions.map(({ version, limitDays }) => [version, limitDays])),
    ).toEqual([
      [
        [1, 30],
        [2, 15],
      ],
    ]);
    expect(changing[0]?.versions[1]?.effectiveFromOn).toBe("2027-01-23");
    expect(changing[0]?.versions[1]?.materials).toEqual(changing[0]?.versions[0]?.materials);
  });

  it("has an item that only municipal departments offer, which no E or F talent can ask for", () => {
    const municipal = first.filter(({ version }) => version?.levels.join() === "municipal");
    expect(municipal).toHaveLength(1);
    expect(LEVELS_SERVING.E).not.toContain("municipal");
  });

  it("charges only for the items that the evidence file calls paid, and says on what basis", () => {
    const paid = evidence.items.filter((item) => "paid" in item && item.paid).map(({ name }) => name);
    const ours = first.filter(({ version }) => (version?.feeFen ?? 0) > 0);
    expect(ours.map(({ version }) => version?.name.zh).sort()).toEqual(paid.sort());
    for (const { version } of ours) expect(version?.feeBasis?.zh).toContain("示例");
  });

  it("keeps the keys of materials and fields unique inside an item", () => {
    for (const { code, version } of first) {
      for (const keys of [version?.materials ?? [], version?.fields ?? []].map((specs) =>
        specs.map(({ key }) => key),
      ))
        expect([code, new Set(keys).size]).toEqual([code, keys.length]);
    }
  });
});

describe("the demonstration offices", () => {
  it("names about twenty departments, each item having a post at every level that serves it", () => {
    expect(DEPARTMENTS).toHaveLength(20);
    const municipal = new Set(
      DEPARTMENTS.filter(({ level }) => level === "municipal").flatMap(({ posts }) =>
        posts.flatMap(({ itemCodes }) => itemCodes),
      ),
    );
    for (const { code, version } of first) {
      if (version?.levels.includes("municipal")) expect(municipal).toContain(code);
      if (version?.levels.includes("district")) expect(DISTRICT_CENTRE.itemCodes).toContain(code);
    }
  });

  it("routes only items that exist, from places that exist", () => {
    const codes = new Set(items.map(({ code }) => code));
    const places = new Set(DISTRICTS.map(({ code }) => code));
    for (const { posts, districtCode } of DEPARTMENTS) {
      for (const { itemCodes } of posts) for (const code of itemCodes) expect(codes).toContain(code);
      if (districtCode !== undefined) expect(places).toContain(districtCode);
    }
    for (const { districtCode } of EMPLOYERS) expect(places).toContain(districtCode);
    expect(DISTRICTS).toHaveLength(38);
  });

  it("gives only numbers that cannot be dialled, and says that employers are samples", () => {
    for (const { posts } of DEPARTMENTS)
      for (const { phone } of posts) expect(phone).toMatch(/^023-0000 \d{4}$/);
    expect(EMPLOYERS).toHaveLength(30);
    for (const { name } of EMPLOYERS) expect(name).toContain("示例");
  });

  it("has enough names for 500 people without repeating one", () => {
    expect(NAMES.surnames.length * NAMES.given.length).toBeGreaterThan(CATEGORIES.length * 1000);
    expect(new Set(NAMES.surnames).size).toBe(NAMES.surnames.length);
    expect(new Set(NAMES.given).size).toBe(NAMES.given.length);
  });
});
