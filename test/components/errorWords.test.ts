import { ApiError } from "../../miniapp/src/api/errors";
import { errorSentence } from "../../miniapp/src/i18n/errorWords";

const refused = (problem: string) =>
  new ApiError(400, "invalid_input", "refused", { fields: [{ field: "body.postId", problem }] });

test("a rule that was broken is told with what to do about it", () => {
  expect(errorSentence(refused("nobody_on_duty"), "zh")).toBe(
    "这个岗位现在没有人在岗，没有转过去。请换一个岗位。",
  );
  expect(errorSentence(refused("nobody_on_duty"), "en")).toContain("Nobody is on duty");
});

test("a field that no screen lets go wrong has the general sentence", () => {
  expect(errorSentence(refused("unknown_field"), "zh")).toContain("有内容没有填对");
});
