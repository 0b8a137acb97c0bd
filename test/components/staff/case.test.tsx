/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from "@testing-library/react";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { learnServerTime } from "../../../miniapp/src/api/serverClock";
import { ActionList } from "../../../miniapp/src/components/staff/case/ActionList";
import { DispatchDialog } from "../../../miniapp/src/components/staff/dialogs/DispatchDialog";
import { OutOfScopeDialog } from "../../../miniapp/src/components/staff/dialogs/OutOfScopeDialog";
import { SupplementDialog } from "../../../miniapp/src/components/staff/dialogs/SupplementDialog";
import type { SupplementItem } from "../../../miniapp/src/components/staff/dialogs/supplementDraft";
import { storage } from "../../../miniapp/src/platform/storage";
import { NOW, sampleDetail } from "./sampleCase";

jest.mock("@tarojs/components", () => jest.requireActual("../support/taroComponents"));
jest.mock("@tarojs/taro", () => jest.requireActual("../support/taro"));

beforeEach(() => {
  learnServerTime(NOW);
  for (const key of storage.keys()) storage.remove(key);
});

const nothing = () => undefined;

function actions(can: RequestDetail["can"], later?: string) {
  const acted: string[] = [];
  render(
    <ActionList
      actions={can}
      busy={undefined}
      onAct={(action) => acted.push(action)}
      officers={sampleDetail().officers}
      later={later}
    />,
  );
  return acted;
}

test("shows exactly what the server allows, the first as the next step", () => {
  const acted = actions([{ action: "askSupplement" }, { action: "recordProgress" }]);
  const names = screen.getAllByRole("button").map((button) => button.textContent);
  expect(names).toEqual(["一次告知补正并停止计时", "记录进展", "打给 周敏（市级服务专员）"]);
  fireEvent.click(screen.getByText("记录进展"));
  expect(acted).toEqual(["recordProgress"]);
});

test("says the last day of what is allowed only for a time", () => {
  actions([{ action: "sign" }, { action: "returnToDispatch", until: "2026-11-24T09:30:00.000Z" }]);
  expect(screen.getByText("今天截止")).toBeTruthy();
});

test("says that nothing is to be done, and when something will be", () => {
  actions([], "办结：第 2 点答复后出现。");
  expect(screen.getByText("现在没有要您做的。")).toBeTruthy();
  expect(screen.getByText("办结：第 2 点答复后出现。")).toBeTruthy();
});

function supplement(request: RequestDetail, done = true) {
  const sent: SupplementItem[][] = [];
  const view = render(
    <SupplementDialog
      layout="wide"
      request={request}
      sub="26-04752"
      contact="何俊 市教委"
      busy={false}
      trouble={undefined}
      onClose={nothing}
      onConfirm={async (items) => {
        sent.push(items);
        return done;
      }}
    />,
  );
  return { sent, view };
}

test("asks for everything missing at once and says what it does to the clock", async () => {
  const { sent } = supplement(sampleDetail());
  expect(screen.getByText("缺 1 项，一并告知")).toBeTruthy();
  expect(screen.getByText("发出后停止计时，已用 2 天不变；补齐次日接着计第 3 天。")).toBeTruthy();
  await act(async () => fireEvent.click(screen.getByText("告知 1 项并停止计时")));
  expect(sent).toEqual([
    [{ materialKey: "residence", title: "居住证明", why: "未交", how: "居住证或租赁备案，任交一项" }],
  ]);
});

test("cannot be sent while a material that is there is asked again without a reason", () => {
  const { sent } = supplement(sampleDetail());
  fireEvent.click(screen.getByText("身份证明"));
  const blocked = screen.getByText("写明“身份证明”为什么要补");
  fireEvent.click(blocked);
  expect(sent).toEqual([]);
});

test("tells that a second notice is the supervisor's", () => {
  const asked = { askedAt: NOW, askedBy: "何俊", answeredAt: NOW, items: [] };
  supplement(sampleDetail({ supplement: asked }));
  expect(screen.getByText("本件已告知过一次。再次告知由市级专员作为主管决定（6.6.2 a）。")).toBeTruthy();
});

function reason(done: boolean) {
  return render(
    <OutOfScopeDialog
      layout="wide"
      request={sampleDetail()}
      sub="26-04752"
      busy={false}
      trouble={undefined}
      onClose={nothing}
      onConfirm={async () => done}
    />,
  );
}

test("what was typed is still there after a refusal, and gone once it was done", async () => {
  const refused = reason(false);
  expect(screen.getByText("先写原因")).toBeTruthy();
  const [why] = screen.getAllByRole("textbox");
  fireEvent.change(why as HTMLElement, { target: { value: "由用人单位所在区县办理" } });
  expect(screen.getByText("先写明应该找谁办")).toBeTruthy();
  fireEvent.change(screen.getAllByRole("textbox")[1] as HTMLElement, { target: { value: "渝北区人社局" } });
  await act(async () => fireEvent.click(screen.getByText("告知不属于范围并结束")));
  refused.unmount();

  const again = reason(true);
  expect(screen.getByDisplayValue("由用人单位所在区县办理")).toBeTruthy();
  await act(async () => fireEvent.click(screen.getByText("告知不属于范围并结束")));
  again.unmount();

  reason(true);
  expect(screen.queryByDisplayValue("由用人单位所在区县办理")).toBeNull();
});

test("suggests a post with its reason and says to whom the case goes", async () => {
  const post = (id: string, holderName: string, suggested: boolean) => ({
    id,
    name: "入学岗",
    departmentId: "65a000000000000000000009",
    departmentName: "市教委",
    holderName,
    suggested,
    openCases: 11,
  });
  const chosen: string[] = [];
  render(
    <DispatchDialog
      layout="wide"
      requestId="65a000000000000000000001"
      sub="26-04752"
      posts={[post("a", "何俊", true), post("b", "冉波", false)]}
      overrideNeedsReason={false}
      busy={false}
      trouble={undefined}
      onClose={nothing}
      onConfirm={async ({ postId }) => {
        chosen.push(postId);
        return true;
      }}
    />,
  );
  expect(screen.getByText("入学岗，承办这个事项，且管这个区县")).toBeTruthy();
  expect(screen.getByText("转给 何俊（市教委）")).toBeTruthy();
  fireEvent.click(screen.getByText("冉波 市教委"));
  await act(async () => fireEvent.click(screen.getByText("转给 冉波（市教委）")));
  expect(chosen).toEqual(["b"]);
});
