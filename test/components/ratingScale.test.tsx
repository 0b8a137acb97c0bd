/** @jest-environment jsdom */
import { fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import type { RatingLevel } from "@talent/shared/domain/ratings";
import { RatingScale } from "../../miniapp/src/components/talent/RatingScale";
import { useSettings } from "../../miniapp/src/hooks/useSettings";

jest.mock("@tarojs/components", () => jest.requireActual("./support/taroComponents"));
jest.mock("@tarojs/taro", () => jest.requireActual("./support/taro"));

function Chosen({ onChange }: { onChange: (level: RatingLevel) => void }) {
  const [level, setLevel] = useState<RatingLevel>();
  const change = (next: RatingLevel) => {
    setLevel(next);
    onChange(next);
  };
  return <RatingScale label="这次服务，您觉得" value={level} onChange={change} />;
}

afterEach(() => useSettings.getState().chooseLanguage("zh-CN"));

test("chooses nothing beforehand and then exactly one of five words", () => {
  const onChange = jest.fn();
  render(<Chosen onChange={onChange} />);
  const words = screen.getAllByRole("radio");
  expect(words.map((word) => word.getAttribute("aria-label"))).toEqual([
    "非常满意",
    "满意",
    "基本满意",
    "不满意",
    "非常不满意",
  ]);
  expect(screen.queryAllByRole("radio", { checked: true })).toEqual([]);

  fireEvent.click(screen.getByRole("radio", { name: "不满意" }));
  expect(onChange).toHaveBeenCalledWith("dissatisfied");
  expect(
    screen.getAllByRole("radio", { checked: true }).map((word) => word.getAttribute("aria-label")),
  ).toEqual(["不满意"]);
});

test("speaks the language that was chosen", () => {
  useSettings.getState().chooseLanguage("en");
  render(<RatingScale label="How was it" value={undefined} onChange={() => undefined} />);
  expect(screen.getByRole("radio", { name: "Very dissatisfied" })).toBeTruthy();
});
