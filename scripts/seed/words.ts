/** What people ask for and what they are told, by item code. Invented. */
interface ItemWords {
  points: readonly string[];
  results: readonly string[];
  progress: string;
  details: Readonly<Record<string, string>>;
}

export const WORDS: Readonly<Record<string, ItemWords>> = {
  "title-review": {
    points: ["申报副高级职称，说明要交哪些业绩材料", "外省取得的中级职称能否直接认可"],
    results: ["材料清单已写入答复，可在 12 月申报期内提交", "经核对可以直接认可，不用重新评审"],
    progress: "已把业绩材料转给评审办公室核对",
    details: { speciality: "机械工程", hasTitle: "工程师" },
  },
  household: {
    points: ["办理本人落户到单位集体户", "户口簿寄到单位地址"],
    results: ["落户已办好，从受理到办结 4 个工作日", "户口簿已寄出，三天内送到"],
    progress: "落户地址已核实",
    details: { homeAddress: "金开大道 1 号（示例）" },
  },
  school: {
    points: ["落实春季学期转学学位", "学籍从外地转入，说明要交哪些材料", "希望就近，离家三公里以内"],
    results: ["已预留学位一个，开学前一周报到", "学籍转入材料清单已写入答复", "安排在离家两公里的学校"],
    progress: "正在协调学位",
    details: { from: "原就读小学（示例）" },
  },
  medical: {
    points: ["预约心内科专家门诊", "建立个人健康档案"],
    results: ["已约好下周二上午就诊", "健康档案已建好，可在医院查询"],
    progress: "已联系定点医院",
    details: { need: "需要预约专家门诊，最近有复查安排" },
  },
  employment: {
    points: ["推荐与专业相符的岗位", "说明求职补贴怎么申请"],
    results: ["推荐了三个岗位，其中一家已约面试", "求职补贴的条件和材料已写入答复"],
    progress: "已向两家单位推荐",
    details: { wish: "会计或行政岗位，主城区", experience: "8 年" },
  },
  venture: {
    points: ["申报科技型企业项目", "对接实验室场地"],
    results: ["项目已列入本季度申报名单", "推荐了两处场地，可以预约看"],
    progress: "项目计划书已交专家看过",
    details: { project: "微型传感器量产", need: "场地和首轮资金", team: "6" },
  },
  finance: {
    points: ["申请人才贷 200 万元", "说明担保费能否减免"],
    results: ["银行已受理，三个工作日内联系您", "符合条件，担保费减半"],
    progress: "已转合作银行初审",
    details: { amount: "200", use: "购买检测设备" },
  },
  science: {
    points: ["咨询成果转化的收益分配规定"],
    results: ["答复附规定原文和两个办理例子"],
    progress: "已请政策法规处核对",
    details: {},
  },
  housing: {
    points: ["申请人才公寓一套", "申请租金补贴", "申请购房补贴"],
    results: [
      "已安排公寓一套，下月一日可入住",
      "已批两年，第三年在服务周期续期后再办",
      "已入住人才公寓的，不能同时领取",
    ],
    progress: "房源已核对，等待分配",
    details: { people: "3" },
  },
  "exit-entry": {
    points: ["办理五年期居留许可", "配偶随行签证"],
    results: ["居留许可已签发，请本人到窗口领取", "随行签证已同意"],
    progress: "材料已送出入境管理机构",
    details: {},
  },
  insurance: {
    points: ["养老保险从外省转入", "异地就医备案"],
    results: ["转移接续已完成", "备案当天生效"],
    progress: "已向原参保地发函",
    details: {},
  },
  company: {
    points: ["咨询注册有限公司的步骤", "咨询研发费用加计扣除"],
    results: ["步骤和材料已写入答复，可以网上办", "适用条件和申报时间已写入答复"],
    progress: "已约税务部门一起答复",
    details: { question: "首次创办公司，想知道先后顺序" },
  },
  archives: {
    points: ["把人事档案寄到新单位"],
    results: ["档案已机要寄出，可以查询"],
    progress: "档案已清点",
    details: { receiver: "新单位人事处（示例）", address: "新单位地址（示例）" },
  },
  checkup: {
    points: ["体检加做心脏彩超"],
    results: ["已加项，时间不变"],
    progress: "已联系体检中心",
    details: { checks: "心脏彩超" },
  },
};

export const SUPPLEMENT_REASONS: readonly { why: string; how: string }[] = [
  { why: "照片反光，看不清有效期", how: "平放在深色桌面，关闪光灯再拍正反面" },
  { why: "没有上传", how: "上传原件照片，或 PDF 扫描件" },
  { why: "缺签名页", how: "签名后拍照，四角完整" },
];

export const REJECT_REASONS: readonly string[] = [
  "申请内容不明确，电话联系三次未接通。请写明具体要求后重新提交",
  "同一事项已在办理，请查看原办件",
];

export const OUT_OF_SCOPE: readonly { reason: string; responsible: string }[] = [
  { reason: "商品房合同纠纷不属于人才服务范围", responsible: "房屋所在区县住房城乡建委" },
  { reason: "驾驶证换领不属于人才服务范围", responsible: "车辆管理所" },
];

export const WITHDRAW_REASONS: readonly string[] = ["计划有变，暂时不办", "已在窗口办好"];
export const REOPEN_REASON = "约定的时间没有人联系，问题还没有解决";
export const RETURN_REASON = "本事项由区县办理，请转所在区县";
export const NO_BASIS = "按现行办法（示例）第九条，两项不能同时享受";

/** What is said beside the straight line of a case. */
export const CASE_WORK_WORDS = {
  extension: "外省学历核验复函预计下周才到，需要再等几天",
  urge: "下周要用，请告诉我哪天能办好",
  promise: "正在核验，办好当天电话告知",
  supervision: "已超过承诺日期，请说明原因和新的办结日期",
  question: "请核对这位人才的职称和在渝工作年限是否符合条件",
  opinion: "已核对，符合条件",
  subtask: "核对本单位登记的信息，反馈是否一致",
  subtaskResult: "信息一致，可以办理",
} as const;

export const COMMENTS: Readonly<Record<string, readonly string[]>> = {
  verySatisfied: ["比预想的快，每一步都有消息", "一次说清，没有跑第二趟"],
  satisfied: ["办得顺利"],
  basicallySatisfied: ["最后办好了，中间等得久"],
  dissatisfied: ["同样的材料交了两次"],
  veryDissatisfied: ["打了三次电话没有人接"],
};
