import type { Role } from "../domain/roles";
import type { Beneficiary, Category, Recognition, ServiceLevel } from "../domain/talents";
import type { NotEntitledReason } from "../domain/entitlement";
import type { Language, TextSize } from "../domain/preferences";
import { both, type Labels } from "./bilingual";

export const ROLE_LABELS: Labels<Role> = {
  talent: both("人才", "Talent"),
  municipalSpecialist: both("市级服务专员", "Municipal service specialist"),
  districtSpecialist: both("区县服务专员", "District service specialist"),
  departmentLiaison: both("部门联络员", "Department liaison"),
  employerLiaison: both("用人单位联络员", "Employer liaison"),
  administrator: both("平台管理员", "Administrator"),
  auditor: both("审计员", "Auditor"),
};

export const CATEGORY_LABELS: Labels<Category> = {
  A: both("A 类人才", "Category A"),
  B: both("B 类人才", "Category B"),
  C: both("C 类人才", "Category C"),
  D: both("D 类人才", "Category D"),
  E: both("E 类人才", "Category E"),
  F: both("F 类人才", "Category F"),
};

export const RECOGNITION_LABELS: Labels<Recognition> = {
  catalogue: both("目录认定", "Recognised by catalogue"),
  points: both("计分认定", "Recognised by points"),
};

export const SERVICE_LEVEL_LABELS: Labels<ServiceLevel> = {
  municipal: both("市级", "Municipal"),
  district: both("区县", "District"),
};

export const BENEFICIARY_LABELS: Labels<Beneficiary> = {
  self: both("本人", "Myself"),
  spouse: both("配偶", "Spouse"),
  child: both("子女", "Child"),
};

/** Why somebody may not ask for an item, and what they can do. */
export const NOT_ENTITLED_SENTENCES: Labels<NotEntitledReason> = {
  notRecognised: both(
    "还没有关联人才认定信息。关联后可以申请。",
    "No talent record is linked yet. Link it to apply.",
  ),
  categoryNotIncluded: both(
    "这项服务不含您的人才类别。可以打电话问服务专员有没有替代的服务。",
    "This service does not include your category. Call the specialist to ask what else there is.",
  ),
  levelDoesNotServeCategory: both(
    "这项服务由市级部门提供，面向 A–D 类人才。E、F 类人才由所在区县服务，请看区县服务项目。",
    "Municipal departments offer this to categories A–D. Your district serves categories E and F.",
  ),
  notYetEffective: both(
    "这项服务还没有开始。到生效日就可以申请。",
    "This service has not begun. You can apply from its first day.",
  ),
  noLongerEffective: both(
    "这项服务已经停止，不再接受新申请。已提交的照常办理。",
    "This service has ended and takes no new requests. Running ones go on.",
  ),
  cycleNotRunning: both(
    "您的服务周期没有在运行，暂时不能申请。请联系用人单位联络员。",
    "Your service cycle is not running. Please ask your employer's liaison.",
  ),
};

/** The same reasons in a few words, for cards and disabled buttons. */
export const NOT_ENTITLED_LABELS: Labels<NotEntitledReason> = {
  notRecognised: both("关联人才信息后可申请", "Link your record first"),
  categoryNotIncluded: both("不含您的类别", "Not for your category"),
  levelDoesNotServeCategory: both("面向 A–D 类人才", "For categories A–D"),
  notYetEffective: both("还没有开始", "Not yet begun"),
  noLongerEffective: both("已停止", "Ended"),
  cycleNotRunning: both("不在服务周期内", "Cycle not running"),
};

export const LANGUAGE_LABELS: Labels<Language> = {
  "zh-CN": both("简体中文", "简体中文"),
  en: both("English", "English"),
};

export const TEXT_SIZE_LABELS: Labels<TextSize> = {
  auto: both("跟随微信", "Follow WeChat"),
  standard: both("标准", "Standard"),
  large: both("大字", "Large"),
  elder: both("长辈版", "Elder mode"),
};
