/** Time limits in working days and related numbers. Defaults; an operator may set others. */
export interface LimitSettings {
  acceptanceDays: number;
  signingDays: number;
  /** A liaison may give wrong work back within this many working days of the dispatch. */
  returnDays: number;
  /** Share of a limit after which a case counts as due soon. */
  warnShare: number;
  /** Close of business in Asia/Shanghai: a limit ends then on its last day (民法典 第二百零三条). */
  closeOfDay: string;
  /** Calendar days after completion in which a request can be reopened, once. */
  reopenDays: number;
  /** Most working days by which a handling limit is extended, once. */
  extensionDays: number;
  /** Share of a limit from which on the talent may urge. */
  urgeShare: number;
  /** Working days between two urges. */
  urgeEveryDays: number;
  urgesPerRequest: number;
  /** Working days to answer a supervision 督办, a question of another department 会商, a sub-task. */
  supervisionDays: number;
  consultationDays: number;
  subtaskDays: number;
}

export const DEFAULT_LIMITS: LimitSettings = {
  acceptanceDays: 1,
  signingDays: 1,
  returnDays: 2,
  warnShare: 0.8,
  closeOfDay: "17:30",
  reopenDays: 30,
  extensionDays: 10,
  urgeShare: 0.5,
  urgeEveryDays: 3,
  urgesPerRequest: 3,
  supervisionDays: 2,
  consultationDays: 3,
  subtaskDays: 5,
};

/** Bounds of what people may send; the server refuses more, the screens count down. */
export const BOUNDS = {
  points: { min: 1, max: 5, length: 200 },
  note: 500,
  reason: 300,
  supplementItems: 12,
  file: { bytes: 10 * 1024 * 1024, perMaterial: 6, perRequest: 30 },
  comment: 300,
} as const;

/** File kinds that may be handed in, decided by content (libraries sniff it), never by name alone. */
export const FILE_KINDS = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
  "image/heic": ["heic", "heif"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
} as const satisfies Record<string, readonly string[]>;
export type FileMime = keyof typeof FILE_KINDS;
