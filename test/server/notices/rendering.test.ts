import fc from "fast-check";
import { NOTICE_TYPES, type NoticeType } from "@talent/shared/domain/notices";
import { NOTICE_TYPE_LABELS } from "@talent/shared/labels/notices";
import { fitValue } from "../../../server/features/notices/fitting";
import { pageOf, rowOf } from "../../../server/features/notices/rendering";
import { NOTICE_TEMPLATES, TEMPLATES_ASKED } from "../../../server/features/notices/templates";
import { checkTemplateData } from "../../../scripts/wechat-sandbox/src/subscribe/parameterKinds";
import { templates } from "../../../scripts/wechat-sandbox/src/templates";

const VALUES = {
  number: "26-04752",
  itemName: "子女入学协调",
  maskedName: "陈**",
  category: "B",
  office: "渝北区教委",
  holderOffice: "渝北区教委",
  dueOn: "2026-11-27",
  reason: "材料与申请人不符",
  note: "学位已排定",
  responsible: "户籍所在地街道",
  count: "2",
};
function row(type: NoticeType, values: Record<string, string> = VALUES) {
  const entry = {
    id: "e",
    type,
    recipientId: "r",
    occasion: "o",
    values,
    at: new Date("2026-11-10T01:12:00Z"),
  };
  return rowOf(entry, { kind: "request", id: "0123456789abcdef01234567" }, new Date());
}
const templateOf = (type: NoticeType) => {
  const found = templates.find(({ title }) => title === NOTICE_TEMPLATES[type].wechat.title);
  if (found === undefined) throw new Error(`no template for ${type}`);
  return found;
};
const asData = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }]));

test.each(NOTICE_TYPES)("%s fills every keyword of its WeChat template within the limits", (type) => {
  const { values } = row(type);
  expect(Object.keys(values).sort()).toEqual(
    templateOf(type)
      .keywords.map(({ key }) => key)
      .sort(),
  );
  expect(() => checkTemplateData(templateOf(type), asData(values))).not.toThrow();
});

test.each(NOTICE_TYPES)("%s is sent whatever its values are", (type) => {
  const text = fc.string({ unit: "grapheme", maxLength: 80 });
  const values = fc.record(
    {
      number: text,
      itemName: text,
      maskedName: text,
      office: text,
      holderOffice: text,
      reason: text,
      note: text,
      count: text,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(values, (given) => {
      const plain = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      checkTemplateData(templateOf(type), asData(row(type, plain).values));
    }),
    { numRuns: 60 },
  );
});

test("says it as people do", () => {
  expect(row("requestAccepted").text).toBe("您的子女入学协调（26-04752）已受理。11月27日（周五）前办结。");
  expect(row("requestRejected").text).toBe("您的子女入学协调（26-04752）没有受理。原因：材料与申请人不符。");
  expect(row("supplementAsked").text).toBe(
    "您的子女入学协调（26-04752）还缺 2 项材料，一次告知完毕。补齐前不计时，早补早办。",
  );
});

test.each(NOTICE_TYPES)("%s says the same in English", (type) => {
  const values = { ...VALUES, itemNameEn: "School places" };
  const { title, text, en } = row(type, values);
  const given = Object.values(values);
  const ownWords = given.reduce((left, value) => left.replaceAll(value, ""), en?.text ?? "");
  expect(en?.title).not.toBe("");
  expect(`${en?.title} ${ownWords}`).not.toMatch(/[\u4e00-\u9fff]/);
  expect((en?.text ?? "") === "").toBe(text === "");
  expect(NOTICE_TYPE_LABELS[type]).toEqual({ zh: title, en: en?.title });
});

test("says dates and names in English too", () => {
  expect(row("requestAccepted", { ...VALUES, itemNameEn: "School places" }).en?.text).toBe(
    "Your request School places (26-04752) has been accepted. It will be completed by Fri 27 Nov.",
  );
});

test("leaves a sentence out whose value is missing, and doubles no full stop", () => {
  expect(row("requestAccepted", { number: "1", itemName: "甲" }).text).toBe("您的甲（1）已受理。");
  expect(row("progressRecorded", { ...VALUES, note: "学位已排定。" }).text).toBe(
    "您的子女入学协调（26-04752）有了进展：学位已排定。",
  );
});

test("asks for at most three templates at once, all of one kind", () => {
  for (const titles of Object.values(TEMPLATES_ASKED)) {
    const kinds = titles.map((title) => templates.find((template) => template.title === title)?.kind);
    expect(titles.length).toBeLessThanOrEqual(3);
    expect(new Set(kinds).size).toBe(1);
  }
});

test("opens the page where the next step is", () => {
  expect(pageOf("request", "x", "supplement")).toBe("packages/requests/supplement/index?id=x");
  expect(pageOf("request", "x", "view")).toBe("packages/requests/detail/index?id=x");
  expect(pageOf("complaint", "x", "view")).toBe("packages/me/complaint-detail/index?id=x");
  expect(pageOf("complaint", "x", "complaint")).toBe("packages/staff/complaint/index?id=x");
});

test.each([
  ["thing1", "一二三四五六七八九十一二三四五六七八九十多", "一二三四五六七八九十一二三四五六七八九…"],
  ["thing1", "两行\n文字", "两行 文字"],
  ["thing1", "   ", "—"],
  ["character_string1", "办件 26-04752", "26-04752"],
  ["phrase3", "已经办结完成了", "已经办结完"],
  ["name1", "用户410774", "用户"],
])("fits %s: %s → %s", (key, value, fitted) => {
  expect(fitValue(key, value)).toBe(fitted);
});
