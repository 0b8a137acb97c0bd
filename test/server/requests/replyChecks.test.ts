import { doubtsOf, type Reply } from "../../../server/features/requests/rules/replyChecks";

const codes = (...replies: Reply[]) => doubtsOf(replies).map(({ code, point }) => `${point}:${code}`);
const one = (point: string, note: string) => codes({ point, note });

test.each([
  ["请安排一次咨询", "已约好周三上午九点，市科技局 302 室"],
  ["落实春季学期转学学位", "渝北区实验小学，2 月 20 日报到"],
  ["办理五年期居留许可", "居留许可已签发，请本人到窗口领取"],
  ["希望就近，离家三公里以内", "安排在离家两公里的学校"],
  ["咨询研发费用加计扣除", "已转市税务局所得税处，王老师周三前电话答复，023-00000001"],
  ["反映租金补贴没有到账", "已转相关部门核对，补贴 3000 元今天上午补发到账，请查收银行短信"],
  ["申请购房补贴", "Your subsidy was approved and paid on 9 October"],
  ["办理本人落户到单位集体户", "办好了"],
])("“%s” answered with “%s” raises no doubt", (point, note) => {
  expect(one(point, note)).toEqual([]);
});

test.each(["已办", "好的。", "  收到  ", "同上", "已办结！", "已处理", "无", "OK", "……", "已阅"])(
  "“%s” is too short to be understood",
  (note) => {
    expect(one("请安排一次咨询", note)).toEqual(["0:tooShort"]);
  },
);

test.each([
  "已转相关部门",
  "您好，已转有关部门处理。",
  "已将您的诉求转交相关单位办理",
  "我们已反馈给主管部门，谢谢",
  "已上报上级部门研究，请等待",
  "已移交至对口科室处理",
])("“%s” only says that it was passed on", (note) => {
  expect(one("申请租金补贴", note)).toEqual(["0:referredOnly"]);
});

test.each([
  ["请安排一次关于成果转化收益分配的咨询", "安排一次关于成果转化收益分配的咨询"],
  ["请安排一次关于成果转化收益分配的咨询", "请安排一次，关于成果转化收益分配的咨询。"],
  ["落实春季学期转学学位，离家三公里以内", "落实春季学期转学学位"],
])("“%s” answered with “%s” repeats the request", (point, note) => {
  expect(one(point, note)).toEqual(["0:copiedFromRequest"]);
});

test("the same answer for two points is a copy, said of the later point", () => {
  const note = "材料清单已写入答复，可在 12 月申报期内提交";
  const points = ["申报副高级职称，说明要交哪些业绩材料", "外省取得的中级职称能否直接认可，要交什么材料"];
  expect(codes({ point: points[0] ?? "", note }, { point: points[1] ?? "", note })).toEqual([
    "1:copiedFromPoint",
  ]);
  expect(
    codes({ point: points[0] ?? "", note }, { point: points[1] ?? "", note: note.replace("12", "11") }),
  ).toEqual(["1:copiedFromPoint"]);
});

test("two short answers that are alike by chance are no copy", () => {
  expect(codes({ point: "落户", note: "落户办好" }, { point: "落户地址", note: "地址办好" })).toEqual([]);
});

test("an answer that speaks of something else ignores its point, where there are several", () => {
  const school = { point: "落实春季学期转学学位", note: "已预留学位一个，开学前一周报到" };
  const wrong = { point: "配偶求职补贴怎么领取", note: "体检时间改到下周三上午" };
  expect(codes(school, wrong)).toEqual(["1:ignoresPoint"]);
  expect(codes(wrong)).toEqual([]);
});

test("the basis of a refusal counts as part of the answer", () => {
  const school = { point: "落实春季学期转学学位", note: "已预留学位一个，开学前一周报到" };
  const refused = { point: "购房补贴", note: "今年不能同时享受", basis: "购房补贴办法（示例）第九条" };
  expect(codes(school, refused)).toEqual([]);
});

test("several doubts about one answer are all told, in the order of the points", () => {
  expect(
    codes(
      { point: "申请人才公寓一套", note: "已转相关部门" },
      { point: "申请租金补贴", note: "已转相关部门" },
      { point: "申请购房补贴", note: "好的" },
    ),
  ).toEqual([
    "0:referredOnly",
    "0:ignoresPoint",
    "1:copiedFromPoint",
    "1:referredOnly",
    "1:ignoresPoint",
    "2:tooShort",
  ]);
});

test("no points, no doubts", () => {
  expect(doubtsOf([])).toEqual([]);
});
