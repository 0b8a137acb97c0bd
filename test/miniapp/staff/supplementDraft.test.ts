import {
  askedOf,
  itemsOf,
  lacksReason,
  type Material,
  type SupplementDraft,
} from "../../../miniapp/src/components/staff/dialogs/supplementDraft";

const say = (text: { zh: string }) => text.zh;
const NOT_HANDED_IN = "未交";

function material(key: string, change: Partial<Material> = {}): Material {
  return {
    key,
    name: { zh: key, en: key },
    required: true,
    identity: false,
    state: "missing",
    files: [],
    ...change,
  };
}

const file = {
  id: "0".repeat(24),
  fileName: "a.pdf",
  mime: "application/pdf",
  bytes: 10,
  uploadedAt: "2026-11-19T00:00:00Z",
  uploadedBy: "requester" as const,
  identity: false,
};

const blank: SupplementDraft = { asked: {}, extras: [] };

describe("the notice of missing materials", () => {
  it("ticks from the start all required materials that are not there, with the guide's hint", () => {
    const hinted = material("居住证明", { hint: { zh: "任交一项", en: "any one" } });
    expect(askedOf(hinted, blank, say)).toEqual({ on: true, why: "", how: "任交一项" });
    expect(askedOf(material("合同", { files: [file] }), blank, say).on).toBe(false);
    expect(askedOf(material("获奖证明", { required: false }), blank, say).on).toBe(false);
  });

  it("tells everything missing at once, each with a reason", () => {
    const items = itemsOf([material("居住证明"), material("学籍证明")], blank, say, NOT_HANDED_IN);
    expect(items).toEqual([
      { materialKey: "居住证明", title: "居住证明", why: "未交" },
      { materialKey: "学籍证明", title: "学籍证明", why: "未交" },
    ]);
  });

  it("asks why for a material that is there and needed again", () => {
    const there = material("户口簿", { files: [file] });
    const draft = { asked: { 户口簿: { on: true, why: " ", how: "" } }, extras: [] };
    expect(lacksReason(itemsOf([there], draft, say, NOT_HANDED_IN))?.title).toBe("户口簿");
    const explained = { asked: { 户口簿: { on: true, why: "缺住址变更页", how: "拍四角完整" } }, extras: [] };
    expect(lacksReason(itemsOf([there], explained, say, NOT_HANDED_IN))).toBeUndefined();
  });

  it("takes a material outside the list only with its basis", () => {
    const draft = {
      asked: {},
      extras: [
        { title: "出生证明", why: "" },
        { title: " ", why: "无名的不算" },
      ],
    };
    const items = itemsOf([], draft, say, NOT_HANDED_IN);
    expect(items).toEqual([{ title: "出生证明", why: "" }]);
    expect(lacksReason(items)?.title).toBe("出生证明");
  });
});
