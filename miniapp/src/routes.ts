/** Every page by name. Tab pages live in the main package, the rest in one subpackage per domain. */
export const ROUTES = {
  home: "/pages/home/index",
  services: "/pages/services/index",
  requests: "/pages/requests/index",
  me: "/pages/me/index",
  signIn: "/packages/sign-in/index",
  approveBrowser: "/packages/sign-in/approve/index",
  code: "/packages/code/show/index",
  guide: "/packages/services/guide/index",
  form: "/packages/requests/form/index",
  request: "/packages/requests/detail/index",
  supplement: "/packages/requests/supplement/index",
  result: "/packages/requests/result/index",
  inbox: "/packages/inbox/list/index",
  preferences: "/packages/me/preferences/index",
  accessLog: "/packages/me/access-log/index",
  link: "/packages/me/link/index",
  about: "/packages/me/about/index",
  accessibility: "/packages/me/accessibility/index",
  complaint: "/packages/me/complaint/index",
  board: "/packages/staff/board/index",
  case: "/packages/staff/case/index",
  desk: "/packages/staff/desk/index",
  staffComplaints: "/packages/staff/complaints/index",
  staffMe: "/packages/staff/me/index",
  intake: "/packages/intake/form/index",
  intakeReceipt: "/packages/intake/receipt/index",
  visit: "/packages/queue/visit/index",
  takeNumber: "/packages/queue/take/index",
  ticket: "/packages/queue/ticket/index",
  bookVisit: "/packages/queue/book/index",
  calling: "/packages/counter/calling/index",
  counterTake: "/packages/counter/take/index",
  counterDay: "/packages/counter/appointments/index",
  counterRooms: "/packages/counter/rooms/index",
  counterChecks: "/packages/counter/checklist/index",
  counterRecord: "/packages/counter/record/index",
  hallWindow: "/packages/hall/window/index",
  hallSummary: "/packages/hall/summary/index",
  ratingDevice: "/packages/hall/device/index",
} as const;

export type RouteName = keyof typeof ROUTES;

/** Tabs of the talent, left to right. */
export const TALENT_TABS = ["home", "services", "requests", "me"] as const;
export type TalentTab = (typeof TALENT_TABS)[number];
