import { groupFor, openingWords, waitWords } from "../../../miniapp/src/packages/queue/take/hallWords";

const SENTENCES = {
  hallWait: (minutes: number) => `约等 ${minutes} 分钟`,
  hallNoWindow: "没有开放的窗口",
  hallClosed: (when: string) => `现在没有开门，${when}开门`,
  hallClosedPlain: "现在没有开门",
};
const WORDS = { day: (on: string) => (on === "2026-10-09" ? "今天" : "10月12日（周一）") };

test("a line without an open window says so instead of a wait", () => {
  expect(waitWords(undefined, SENTENCES)).toBe("没有开放的窗口");
  expect(waitWords(12, SENTENCES)).toBe("约等 12 分钟");
});

test.each([
  [{ nextOpenOn: "2026-10-09", nextOpenTime: "13:30" }, "现在没有开门，今天 13:30 开门"],
  [{ nextOpenOn: "2026-10-12", nextOpenTime: "09:00" }, "现在没有开门，10月12日（周一）09:00开门"],
  [{}, "现在没有开门"],
])("a closed hall tells when it opens: %j", (hall, expected) => {
  expect(openingWords(hall, WORDS, SENTENCES)).toBe(expected);
});

test("the line of an item is found by the items that it takes", () => {
  const line = (letter: string, itemIds: string[]) => ({
    letter,
    itemIds,
    name: { zh: letter, en: letter },
    waiting: 0,
    appointments: false,
  });
  const hall = { groups: [line("A", ["1"]), line("B", ["2", "3"])] };
  expect(groupFor(hall, "3")?.letter).toBe("B");
  expect(groupFor(hall, "4")).toBeUndefined();
});
