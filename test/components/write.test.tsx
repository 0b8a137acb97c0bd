/** @jest-environment jsdom */
import Taro from "@tarojs/taro";
import { act, renderHook } from "@testing-library/react";
import { NetworkError } from "../../miniapp/src/platform";
import { useWrite } from "../../miniapp/src/hooks/useWrite";

jest.mock("@tarojs/components", () => jest.requireActual("./support/taroComponents"));
jest.mock("@tarojs/taro", () => jest.requireActual("./support/taro"));

interface Wire {
  header: Record<string, string>;
}

const sent: string[] = [];
let online = true;

beforeAll(() => {
  Object.assign(globalThis, { API_BASE_URL: "", API_BASE_URL_IS_FIXED: true });
  Object.assign(Taro, {
    request: ({ header }: Wire) => {
      sent.push(header["idempotency-key"] ?? "");
      return online
        ? Promise.resolve({ statusCode: 200, data: { id: "1" } })
        : Promise.reject(Object.assign(new Error(), { errMsg: "request:fail" }));
    },
  });
});
beforeEach(() => {
  sent.length = 0;
  online = true;
});

const rating = (level: "satisfied" | "dissatisfied") => ({ params: { id: "1" }, body: { level, tags: [] } });

test("an intent keeps its key over every attempt, and a new one begins after success or with other input", async () => {
  const { result } = renderHook(() => useWrite("requests.rate"));
  online = false;
  await act(() => result.current.run(rating("satisfied")));
  expect(result.current.error).toBeInstanceOf(NetworkError);
  online = true;
  await act(() => result.current.run(rating("satisfied")));
  expect(result.current.error).toBeUndefined();
  const [first] = sent;
  expect(sent).toEqual([first, first, first]);

  await act(() => result.current.run(rating("satisfied")));
  await act(() => result.current.run(rating("dissatisfied")));
  expect(new Set(sent).size).toBe(3);
});

test("a second tap while the first is on its way does nothing", async () => {
  const { result } = renderHook(() => useWrite("requests.rate"));
  await act(async () => {
    const taps = [result.current.run(rating("satisfied")), result.current.run(rating("satisfied"))];
    expect(await taps[1]).toBeUndefined();
    await taps[0];
  });
  expect(sent).toHaveLength(1);
});
