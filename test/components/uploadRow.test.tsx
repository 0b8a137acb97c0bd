/** @jest-environment jsdom */
import { fireEvent, render, screen } from "@testing-library/react";
import { UploadRow, type UploadState } from "../../miniapp/src/components/talent/UploadRow";

jest.mock("@tarojs/components", () => jest.requireActual("./support/taroComponents"));
jest.mock("@tarojs/taro", () => jest.requireActual("./support/taro"));

const MB = 1024 * 1024;

function draw(state: UploadState) {
  const acts = {
    onChoose: jest.fn(),
    onRetry: jest.fn(),
    onCancel: jest.fn(),
    onOpen: jest.fn(),
    onRemove: jest.fn(),
  };
  render(<UploadRow name="户口簿" hint="首页和本人页" required state={state} {...acts} />);
  return acts;
}

test("an empty row tells what is wanted and opens the choice", () => {
  const acts = draw({ kind: "empty" });
  expect(screen.getByText("首页和本人页")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "上传 户口簿" }));
  expect(acts.onChoose).toHaveBeenCalledTimes(1);
});

test("a running upload says how far it is, in percent and bytes, and can be stopped", () => {
  const acts = draw({ kind: "uploading", name: "hukou.jpg", size: 5 * MB, share: 0.64 });
  expect(screen.getByText("64%")).toBeTruthy();
  expect(screen.getByText("hukou.jpg，3.2 MB / 5.0 MB")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "取消 户口簿" }));
  expect(acts.onCancel).toHaveBeenCalledTimes(1);
});

test("a failure stays with its reason and offers another attempt", () => {
  const acts = draw({ kind: "failed", name: "hukou.jpg", reason: "网络断开，没有传完。" });
  expect(screen.getByRole("alert").textContent).toBe("网络断开，没有传完。");
  fireEvent.click(screen.getByRole("button", { name: "重试 户口簿" }));
  expect(acts.onRetry).toHaveBeenCalledTimes(1);
  expect(acts.onChoose).not.toHaveBeenCalled();
});

test("files that are handed in can be opened and taken back one by one", () => {
  const acts = draw({
    kind: "done",
    files: [
      { id: "one", name: "a.pdf", size: 2 * MB },
      { id: "two", name: "b.pdf", size: 3000 },
    ],
  });
  fireEvent.click(screen.getByText("b.pdf，3 KB"));
  expect(acts.onOpen).toHaveBeenCalledWith("two");
  fireEvent.click(screen.getByRole("button", { name: "删除 a.pdf" }));
  expect(acts.onRemove).toHaveBeenCalledWith("one");
});
