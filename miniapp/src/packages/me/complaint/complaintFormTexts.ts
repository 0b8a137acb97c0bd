import { defineTexts } from "../../../i18n/texts";

export const complaintFormTexts = defineTexts(
  {
    request: "和哪件申请有关",
    requestHint: "选了以后，专员能直接看到那件申请，您不用重复说。",
    noRequest: "和申请无关",
    chooseRequest: "选一件申请",
    about: "说的是谁",
    aboutHint: "您说到的人和单位看不到这封信，也不能处理它。",
    promise: "1 个工作日内受理，5 个工作日内答复；复杂的会告诉您要多久。",
  },
  {
    request: "Which request is it about",
    requestHint: "The specialist then sees that request; you need not tell it again.",
    noRequest: "None of my requests",
    chooseRequest: "Choose a request",
    about: "Whom is it about",
    aboutHint: "The people and the office you speak of do not see this and cannot handle it.",
    promise:
      "Accepted within 1 working day, answered within 5; for a hard matter you are told how long it takes.",
  },
);
