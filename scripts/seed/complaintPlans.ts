import type { ComplaintKind, ComplaintResult, ComplaintSubject } from "@talent/shared/domain/complaints";

/** One thing that somebody did to a complaint. `after` = working days since the act before. */
export type ComplaintAct = { after: number } & (
  | { do: "accept"; by: string; answerDays?: number }
  | { do: "assign"; by: string; to: string; note?: string }
  | { do: "note"; by: string; note: string }
  | { do: "answer"; by: string; result: ComplaintResult; text: string; measures?: string }
  | { do: "respond"; satisfied: boolean; reason?: string }
);

/** The life of a complaint as it is to be told. People are keys of personas. */
export interface ComplaintPlan {
  from: string;
  kind: ComplaintKind;
  about: ComplaintSubject;
  text: string;
  /** Code of the item of the writer's request that it is about. */
  item?: string;
  workingDaysAgo: number;
  acts: readonly ComplaintAct[];
}

const MUNICIPAL = "municipal-specialist";
const MUNICIPAL_2 = "municipal-specialist-2";

/** One complaint or suggestion in every state that people work with. */
export const COMPLAINT_PLANS: readonly ComplaintPlan[] = [
  {
    from: "talent-b",
    kind: "suggestion",
    about: "service",
    text: "材料清单能不能写明哪些可以用电子证照，省得专门跑一趟去复印。",
    workingDaysAgo: 22,
    acts: [
      { after: 1, do: "accept", by: MUNICIPAL },
      {
        after: 2,
        do: "answer",
        by: MUNICIPAL,
        result: "taken",
        text: "您说得对，指南里没有写清楚。",
        measures: "各项指南补上“可用电子证照”的标注，本月内更新完。",
      },
      { after: 1, do: "respond", satisfied: true },
    ],
  },
  {
    from: "talent-b",
    kind: "complaint",
    about: "handling",
    item: "housing",
    text: "答复说房源已满，可同事上周还租到了。到底还有没有，希望说清楚。",
    workingDaysAgo: 6,
    acts: [
      { after: 1, do: "accept", by: MUNICIPAL },
      { after: 0, do: "assign", by: MUNICIPAL, to: MUNICIPAL_2, note: "请核对那几天的房源登记" },
      { after: 1, do: "note", by: MUNICIPAL_2, note: "查过房源表，当时确有两套退租房没有登记。" },
      {
        after: 1,
        do: "answer",
        by: MUNICIPAL_2,
        result: "partly",
        text: "当时登记的房源确实已满；两套退租房晚登记了三天，所以没有轮到您。",
        measures: "退租房改为当天登记；已为您排到下一批，前面还有 2 户。",
      },
    ],
  },
  {
    from: "talent-c",
    kind: "complaint",
    about: "handling",
    item: "school",
    text: "孩子入学的事两次都只说“在协调”，没有人说协调到哪一步。",
    workingDaysAgo: 5,
    acts: [
      { after: 0, do: "accept", by: MUNICIPAL_2 },
      { after: 1, do: "assign", by: MUNICIPAL_2, to: "liaison-hr", note: "请了解办理经过，写明每次沟通" },
      { after: 1, do: "note", by: "liaison-hr", note: "已调阅办件经过，两次进展记录都没有写具体学校。" },
    ],
  },
  {
    from: "talent-d",
    kind: "complaint",
    about: "service",
    text: "咨询电话打了三次都没有人接，午休时间也没有写在页面上。",
    workingDaysAgo: 9,
    acts: [
      { after: 1, do: "accept", by: MUNICIPAL },
      { after: 0, do: "assign", by: MUNICIPAL, to: MUNICIPAL_2 },
      {
        after: 2,
        do: "answer",
        by: MUNICIPAL_2,
        result: "unfounded",
        text: "电话系统记录显示那天线路正常，午休 12:00–14:00 不接听。",
      },
      { after: 1, do: "respond", satisfied: false, reason: "我是上午十点打的，不是午休时间。" },
    ],
  },
  {
    from: "talent-e",
    kind: "complaint",
    about: "acceptance",
    item: "company",
    text: "申请交了一天还没有转给单位，公司等着开户。",
    workingDaysAgo: 0,
    acts: [],
  },
  {
    from: "talent-e",
    kind: "suggestion",
    about: "service",
    text: "渝北窗口周三下午人特别多，能不能加一个号源。",
    workingDaysAgo: 3,
    acts: [{ after: 1, do: "accept", by: "district-specialist", answerDays: 10 }],
  },
];
