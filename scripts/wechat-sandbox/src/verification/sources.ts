/** The sources that the sandbox plays, beside WeChat: where a talent's stay is verified. */
export const SOURCES = [
  {
    key: "socialInsurance",
    setting: "SOCIAL_INSURANCE",
    path: "/verification/social-insurance",
    name: "在渝参保",
  },
  {
    key: "registeredEmployer",
    setting: "REGISTERED_EMPLOYER",
    path: "/verification/registered-employer",
    name: "登记单位",
  },
  { key: "discreditList", setting: "DISCREDIT_LIST", path: "/verification/discredit-list", name: "失信名单" },
] as const;
export type SourceKey = (typeof SOURCES)[number]["key"];

/** Faults of sources besides `TIMEOUT` (never an answer); `DELAY` may be followed by milliseconds, `DELAY:200`. */
export const SOURCE_FAULTS = [
  { fault: "DELAY", name: "核实：应答迟缓（1.5 秒）" },
  { fault: "500", name: "核实：系统故障（500）" },
  { fault: "GARBAGE", name: "核实：应答无法识别" },
  { fault: "REFUSED", name: "核实：连接断开" },
];
const SOURCE_FAULT = /^(TIMEOUT|GARBAGE|REFUSED|DELAY(:\d{1,5})?|[45]\d\d)$/;
const DELAY_MS = 1_500;

export function isSourcePath(path: string): boolean {
  return path.startsWith("/verification/");
}

export function isKnownSourceFault(fault: string): boolean {
  return SOURCE_FAULT.test(fault);
}

/** How long this fault delays an answer; 0 for other faults. */
export function delayOf(fault: string | undefined): number {
  const [kind, milliseconds] = fault?.split(":") ?? [];
  if (kind !== "DELAY") return 0;
  return milliseconds === undefined ? DELAY_MS : Number(milliseconds);
}
