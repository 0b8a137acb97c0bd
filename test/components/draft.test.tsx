/** @jest-environment jsdom */
import { act, renderHook } from "@testing-library/react";
import { useDraft } from "../../miniapp/src/hooks/useDraft";
import { drawnSize } from "../../miniapp/src/hooks/useSettings";

jest.mock("@tarojs/components", () => jest.requireActual("./support/taroComponents"));
jest.mock("@tarojs/taro", () => jest.requireActual("./support/taro"));

const EMPTY = { note: "", count: 0 };

test("what is typed is there again after the app was closed, field by field", () => {
  const first = renderHook(() => useDraft("note", EMPTY));
  expect(first.result.current.savedAt).toBeUndefined();
  act(() => first.result.current.set("note", "写到一半"));
  expect(first.result.current.savedAt).toBeDefined();
  first.unmount();

  const again = renderHook(() => useDraft("note", EMPTY));
  expect(again.result.current.values).toEqual({ note: "写到一半", count: 0 });
  act(() => again.result.current.clear());
  expect(again.result.current.values).toEqual(EMPTY);
  again.unmount();
  expect(renderHook(() => useDraft("note", EMPTY)).result.current.values).toEqual(EMPTY);
});

test("drafts of two items do not mix", () => {
  const one = renderHook(() => useDraft("one", EMPTY));
  act(() => one.result.current.set("note", "一"));
  expect(renderHook(() => useDraft("two", EMPTY)).result.current.values.note).toBe("");
});

test.each([
  ["auto", 1, "standard"],
  ["auto", 1.2, "large"],
  ["standard", 1.4, "standard"],
  ["elder", 1, "elder"],
] as const)("text size %s in WeChat at %d is drawn %s: the person's choice wins", (chosen, scale, drawn) => {
  expect(drawnSize(chosen, scale)).toBe(drawn);
});
