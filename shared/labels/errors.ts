import type { ErrorCode } from "../contract/errors";
import { both, type Labels } from "./bilingual";
import { COUNTER_ERROR_SENTENCES } from "./counterErrors";
import { CYCLE_ERROR_SENTENCES } from "./cycleErrors";
import { TALENT_CODE_ERROR_SENTENCES } from "./talentCodeErrors";

/** For every error: what happened, what is safe, what to do. */
export const ERROR_SENTENCES: Labels<ErrorCode> = {
  invalid_input: both(
    "有内容没有填对，没有提交。已填的都在，请改正标出的地方。",
    "Something is not filled in correctly, so nothing was sent. Your entries are kept; mend the marked fields.",
  ),
  invalid_cursor: both(
    "列表已经更新。请刷新后从头看。",
    "The list has changed. Refresh and begin at the top.",
  ),
  invalid_idempotency_key: both(
    "这次操作没有被接受，什么都没有改变。请返回重试。",
    "This was not taken and nothing changed. Go back and try again.",
  ),
  login_code_invalid: both(
    "微信登录已过期，没有登录成功。请再点一次登录。",
    "The WeChat login has expired. Please sign in again.",
  ),
  token_missing: both(
    "需要先登录。已填的内容都在，登录后接着办。",
    "Please sign in first. What you filled in is kept.",
  ),
  token_invalid: both(
    "登录已失效。已填的内容都在，请重新登录。",
    "Your sign-in is no longer valid. What you filled in is kept; sign in again.",
  ),
  token_expired: both(
    "登录已过期。已填的内容都在，请重新登录。",
    "Your sign-in has expired. What you filled in is kept; sign in again.",
  ),
  refresh_token_invalid: both("登录已过期，请重新登录。", "Your sign-in has expired. Please sign in again."),
  refresh_token_reused: both(
    "为保护您的账号，登录已结束。请重新登录。",
    "Your sign-in was ended to protect your account. Please sign in again.",
  ),
  role_not_allowed: both(
    "您的身份不能使用这项功能。需要时请联系平台管理员。",
    "Your role cannot use this. Ask the administrator if you need it.",
  ),
  action_not_allowed: both(
    "现在不能这样办，什么都没有改变。请看页面上可以做的事。",
    "This cannot be done now and nothing changed. See what the page offers.",
  ),
  account_disabled: both(
    "这个账号已停用。请打服务电话问清原因。",
    "This account is switched off. Please call the service line.",
  ),
  not_entitled: both(
    "这项服务您现在不能申请，没有提交。请看原因，或打电话问服务专员。",
    "You cannot ask for this service now, so nothing was sent. See the reason or call the specialist.",
  ),
  supervisor_needed: both(
    "已经告知过一次补正，再次告知须市级专员批准。本件没有改变，请联系市级专员。",
    "Materials were asked once already; asking again needs a municipal specialist. Nothing changed.",
  ),
  consent_needed: both(
    "还差您的同意，没有提交。已填的都在，请看标出的同意项。",
    "Your consent is still needed, so nothing was sent. Your entries are kept; see the marked consent.",
  ),
  not_found: both(
    "没有找到，可能已删除或不在您的范围内。请返回列表。",
    "Not found: it may be gone or outside your scope. Go back to the list.",
  ),
  route_not_found: both("没有这个页面。请返回首页。", "There is no such page. Go back to the first page."),
  method_not_allowed: both(
    "这次操作没有被接受，什么都没有改变。请更新后重试。",
    "This was not taken and nothing changed. Update the app and try again.",
  ),
  state_changed: both(
    "本件刚刚有变化，您的操作没有生效。已显示最新状态，请看过再办。",
    "This case has just changed, so your act had no effect. The newest state is shown; look again.",
  ),
  idempotency_key_reused: both(
    "上一次操作已经完成，这次没有重复提交。请刷新查看结果。",
    "The first attempt was done and nothing was sent twice. Refresh to see the result.",
  ),
  already_rated: both(
    "这件已经评价过，每件只评一次。",
    "This was rated already; each request is rated once.",
  ),
  already_linked: both(
    "这份人才信息已关联其他微信。如不是您本人，请打服务电话。",
    "This record is linked to another account. If that was not you, call the service line.",
  ),
  limit_passed: both(
    "已经超过可以操作的期限，什么都没有改变。请联系服务专员。",
    "The time to do this has passed and nothing changed. Please call the specialist.",
  ),
  not_yet: both(
    "现在还不能这样办，什么都没有改变。到了页面上写的日期再来。",
    "It is too early for this and nothing changed. Come back on the day that the page names.",
  ),
  answers_awaited: both(
    "还在等其他单位答复，不能办结。已写的都在，请等答复或写明原因。",
    "Other departments have not answered yet. What you wrote is kept; wait for them or give the reason.",
  ),
  completion_doubtful: both(
    "答复有几处需要再看，还没有办结。已写的都在，请修改或确认后再提交。",
    "Some answers need another look, so it is not completed yet. What you wrote is kept; change or confirm it.",
  ),
  post_left_empty: both(
    "这样会空岗，没有登记。请看是哪一天、可以怎样改。",
    "The post would stand empty, so nothing was entered. See which day, and what can be done.",
  ),
  sign_in_expired: both(
    "二维码已过期。请换一个再扫。",
    "The QR code has expired. Get a new one and scan again.",
  ),
  file_too_large: both(
    "文件太大，没有传。每份 10 MB 以内，请压缩后再传。",
    "The file is too large and was not sent. The limit is 10 MB; make it smaller.",
  ),
  body_too_large: both(
    "内容太长，没有提交。已填的都在，请缩短后再提交。",
    "The text is too long and was not sent. Your entries are kept; shorten them.",
  ),
  file_type_not_allowed: both(
    "这种文件不能传。请传 PDF、照片（JPG、PNG、HEIC）、DOCX 或 XLSX。",
    "This kind of file is not taken. Send PDF, photos (JPG, PNG, HEIC), DOCX or XLSX.",
  ),
  file_type_mismatch: both(
    "文件内容和后缀不一致，没有收下。请用原来的格式重新保存后再传。",
    "The file's content does not match its name, so it was not taken. Save it in its own format again.",
  ),
  content_type_not_supported: both(
    "这次操作没有被接受，什么都没有改变。请更新后重试。",
    "This was not taken and nothing changed. Update the app and try again.",
  ),
  file_missing: both("没有收到文件。请重新选择再传。", "No file arrived. Choose it again."),
  file_rejected: both(
    "文件里有可以自动运行的内容，没有收下。请另存为普通 PDF 或照片后再传。",
    "The file holds content that can run by itself, so it was not taken. Save it as a plain PDF or photo.",
  ),
  materials_missing: both(
    "还缺必交的材料，没有提交。已传的都在，请补上标出的材料。",
    "Required materials are missing, so nothing was sent. Your files are kept; add the marked ones.",
  ),
  too_many_files: both(
    "文件已到上限，这份没有收下。请先删掉不用的文件。",
    "The limit of files is reached and this one was not taken. Remove files that are not needed.",
  ),
  points_unanswered: both(
    "还有要求没有答复，不能办结。已写的都在，请逐点答复。",
    "Some points have no answer yet. What you wrote is kept; answer every point.",
  ),
  talent_not_matched: both(
    "两个号码和登记的信息对不上，没有关联。请核对后再试，或打服务电话。",
    "The two numbers match no record, so nothing was linked. Check them or call the service line.",
  ),
  last_administrator: both(
    "这是最后一位能用的平台管理员。先给另一个人管理员身份，再收回这一位的。",
    "This is the last administrator who can act. Make somebody else one first.",
  ),
  content_refused: both(
    "文字里有不能发布的内容，没有提交。已写的都在，请修改后再提交。",
    "The text holds words that cannot be published, so it was not sent. It is kept; change it and send again.",
  ),
  too_many_requests: both(
    "操作太频繁，这次没有生效。请过一会儿再试。",
    "Too many attempts; this one had no effect. Try again in a while.",
  ),
  internal: both(
    "系统出了问题，这次没有完成。已保存的都在，请稍后重试。",
    "Something went wrong on our side. What was saved is safe; try again later.",
  ),
  wechat_unavailable: both(
    "暂时连不上微信。已保存的都在，请稍后重试。",
    "WeChat cannot be reached at the moment. What was saved is safe; try again later.",
  ),
  not_ready: both("系统正在启动，请几秒后重试。", "The system is starting. Try again in a few seconds."),
  ...COUNTER_ERROR_SENTENCES,
  ...TALENT_CODE_ERROR_SENTENCES,
  ...CYCLE_ERROR_SENTENCES,
};

/** Troubles between the device and the server that have no code of their own. */
export const CONNECTION_SENTENCES: Labels<"offline" | "timeout"> = {
  offline: both(
    "网络断开，没有传到。已填的都在，连上网后点重试。",
    "No network, so nothing was sent. Your entries are kept; try again when you are online.",
  ),
  timeout: both(
    "网络太慢，没有等到答复。已填的都在，点重试不会重复提交。",
    "The network is slow and no answer came. Your entries are kept; trying again sends nothing twice.",
  ),
};

/** What is wrong with one field, by the `problem` of a `FieldProblem`; `other` for any that is not listed. */
export const FIELD_PROBLEM_SENTENCES: Labels<
  | "required"
  | "unknown_field"
  | "too_small"
  | "too_big"
  | "invalid_type"
  | "invalid_format"
  | "invalid_value"
  | "other"
> = {
  required: both("这项必填", "This is needed"),
  unknown_field: both("不认识这项内容", "This entry is not known"),
  too_small: both("内容太少", "Too short"),
  too_big: both("内容太长", "Too long"),
  invalid_type: both("格式不对", "Not in the right form"),
  invalid_format: both("格式不对", "Not in the right form"),
  invalid_value: both("请从列出的选项中选", "Choose one of the options"),
  other: both("请检查这项", "Please check this"),
};
