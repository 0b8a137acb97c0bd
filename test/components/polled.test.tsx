/** @jest-environment jsdom */
import { act, renderHook } from "@testing-library/react";
import { usePolled } from "../../miniapp/src/hooks/usePolled";
import type { Output } from "../../miniapp/src/api/client";

jest.mock("@tarojs/components", () => jest.requireActual("./support/taroComponents"));
jest.mock("@tarojs/taro", () => jest.requireActual("./support/taro"));

type Answer = Output<"displays.hall">;

const NOW = "2026-10-09T01:10:00.000Z";
const display = { hallName: "大厅", windows: [], groups: [], announcements: [] };
const full = (version: string, hallName: string): Answer => ({
  version,
  changed: true,
  now: NOW,
  display: { ...display, hallName },
});
const same = (version: string): Answer => ({ version, changed: false, now: "2026-10-09T01:11:00.000Z" });

/** A server whose answers the test gives when it likes; remembers which versions it was told. */
function questions() {
  const asked: { version: string | undefined; answer: (with_: Answer) => void; fail: () => void }[] = [];
  const call = (_name: "displays.hall", input: { query?: { version?: string | undefined } }) =>
    new Promise<Answer>((resolve, reject) => {
      asked.push({
        version: input.query?.version,
        answer: resolve,
        fail: () => reject(new Error("no network")),
      });
    });
  return { asked, call };
}

const last = <T,>(list: T[]): T => list[list.length - 1] as T;

test("unchanged content stays on the screen, and the screen knows since when it holds", async () => {
  const { asked, call } = questions();
  const { result } = renderHook(() => usePolled("displays.hall", { id: "1", call }));
  expect(result.current.loading).toBe(true);
  await act(async () => last(asked).answer(full("v1", "甲")));
  act(() => void result.current.refresh());
  expect(last(asked).version).toBe("v1");
  await act(async () => last(asked).answer(same("v1")));
  expect(result.current.answer?.display?.hallName).toBe("甲");
  expect(result.current.heardAt).toBe("2026-10-09T01:11:00.000Z");
});

test("an answer that was asked for before a write does not undo what the write showed", async () => {
  const { asked, call } = questions();
  const { result } = renderHook(() => usePolled("displays.hall", { id: "1", call }));
  await act(async () => last(asked).answer(full("v1", "甲")));
  act(() => void result.current.refresh());
  act(() => result.current.replace(full("v2", "乙")));
  await act(async () => last(asked).answer(full("v1b", "甲")));
  expect(result.current.answer?.display?.hallName).toBe("乙");
});

test("a failure keeps the content and is gone with the next answer", async () => {
  const { asked, call } = questions();
  const { result } = renderHook(() => usePolled("displays.hall", { id: "1", call }));
  await act(async () => last(asked).answer(full("v1", "甲")));
  act(() => void result.current.refresh());
  await act(async () => last(asked).fail());
  expect(result.current.error).toBeInstanceOf(Error);
  expect(result.current.answer?.display?.hallName).toBe("甲");
  act(() => void result.current.refresh());
  await act(async () => last(asked).answer(same("v1")));
  expect(result.current.error).toBeUndefined();
});
