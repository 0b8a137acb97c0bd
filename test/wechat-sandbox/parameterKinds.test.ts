import { checkTemplateData } from "../../scripts/wechat-sandbox/src/subscribe/parameterKinds";
import type { Template } from "../../scripts/wechat-sandbox/src/templates";

function templateWith(key: string, values?: string[]): Template {
  return { id: "t", title: "t", kind: "one-time", keywords: [{ key, name: "n", values }] };
}

function outcome(key: string, value: unknown, values?: string[]): string {
  try {
    checkTemplateData(templateWith(key, values), { [key]: { value } });
    return "ok";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}

describe("values within their limits", () => {
  it.each([
    ["thing1", "字".repeat(20)],
    ["thing1", "😀".repeat(20)],
    ["thing1", "  "],
    ["number2", "12345.67"],
    ["number2", 0],
    ["letter3", "abcXYZ"],
    ["symbol4", "!?+%#"],
    ["character_string5", "26-04752/渝".replace("渝", "A")],
    ["character_string5", "x".repeat(32)],
    ["time6", "15:01"],
    ["time6", "15:01:59"],
    ["time6", "2019年10月1日 15:01"],
    ["time6", "2019-10-01 15:01~2019-10-01 16:00"],
    ["date7", "2019年10月1日"],
    ["date7", "2019年10月1日 15:01"],
    ["date7", "2018-01-01"],
    ["date7", "2018/01/01"],
    ["date7", "2018.01.01"],
    ["date7", "2018-01"],
    ["date7", "01-01"],
    ["date7", "2024年2月29日"],
    ["date7", "2019年10月1日~2019年10月7日"],
    ["amount8", "¥100.00"],
    ["amount8", "￥100"],
    ["amount8", "$5"],
    ["amount8", "100元"],
    ["amount8", "0.01"],
    ["phone_number9", "+86-0766-66888866"],
    ["car_number10", "粤A8Z888挂"],
    ["name11", "一二三四五六七八九十"],
    ["name11", "Alexander O'Connor"],
    ["phrase12", "已经办结了"],
  ])("%s takes %s", (key, value) => {
    expect(outcome(key, value)).toBe("ok");
  });

  it("takes an enum value of the template", () => {
    expect(outcome("enum1", "高", ["高", "低"])).toBe("ok");
  });

  it("reads the values of the template's own keys and ignores others", () => {
    const data = { thing1: { value: "甲" }, thing2: { value: "乙" } };
    expect(checkTemplateData(templateWith("thing1"), data)).toEqual({ thing1: { value: "甲" } });
  });
});

describe("values beyond their limits", () => {
  it.each([
    ["thing1", "字".repeat(21)],
    ["thing1", "一行\n二行"],
    ["number2", "12a"],
    ["number2", "1".repeat(33)],
    ["letter3", "abc1"],
    ["letter3", "a".repeat(33)],
    ["symbol4", "!!!!!!"],
    ["symbol4", "a"],
    ["character_string5", "渝26"],
    ["character_string5", "x".repeat(33)],
    ["time6", "25:00"],
    ["time6", "下午三点"],
    ["time6", "2019年10月1日"],
    ["date7", "2019年13月1日"],
    ["date7", "2019年2月29日"],
    ["date7", "2018-01/01"],
    ["date7", "明天"],
    ["date7", "2018-01-01~2018-01-02~2018-01-03"],
    ["amount8", "12345678901"],
    ["amount8", "一百元"],
    ["phone_number9", "1".repeat(18)],
    ["phone_number9", "电话"],
    ["car_number10", "粤A8Z8888挂"],
    ["phrase12", "已经办结了吗"],
    ["phrase12", "ok"],
    ["phrase12", "办结1"],
    ["enum13", "中"],
  ])("%s refuses %s", (key, value) => {
    expect(outcome(key, value)).toBe(`argument invalid! data.${key}.value`);
  });

  it.each(["用户410774", "一二三四五六七八九十一", "abcdefghijklmnopqrstu", "张A一二三四五六七八九"])(
    "a name refuses %s in its own words",
    (value) => {
      expect(outcome("name1", value)).toBe("argument invalid! data.name1.value invalid");
    },
  );

  it.each([[""], [undefined], [null], [{}]])("calls %j empty, misspelt as WeChat does", (value) => {
    expect(outcome("thing1", value)).toBe("argument invalid! data.thing1.value is emtpy");
  });

  it.each([[undefined], ["text"], [{}], [{ thing1: "text" }]])(
    "calls a field missing from %j empty",
    (data) => {
      expect(() => checkTemplateData(templateWith("thing1"), data)).toThrow(
        "argument invalid! data.thing1.value is emtpy",
      );
    },
  );
});
