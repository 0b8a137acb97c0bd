import type { OnSiteAspect, RatingLevel } from "../domain/ratings";
import { both, type Bilingual, type Labels } from "./bilingual";

export const RATING_LEVEL_LABELS: Labels<RatingLevel> = {
  verySatisfied: both("非常满意", "Very satisfied"),
  satisfied: both("满意", "Satisfied"),
  basicallySatisfied: both("基本满意", "Basically satisfied"),
  dissatisfied: both("不满意", "Dissatisfied"),
  veryDissatisfied: both("非常不满意", "Very dissatisfied"),
};

/** Tags by key; a rating keeps the tags of its day, so keys of old versions stay here. */
export const RATING_TAG_LABELS: Readonly<Record<string, Bilingual>> = {
  fast: both("办得快", "Fast"),
  guideExact: both("指南准确，一次说清", "The guide was exact"),
  convenient: both("网上就能办，方便", "Convenient"),
  patient: both("态度好，有耐心", "Patient and friendly"),
  keptInformed: both("进展随时知道", "Kept informed"),
  slow: both("办得慢", "Slow"),
  guideUnclear: both("指南不清楚", "The guide was unclear"),
  inconvenient: both("不方便", "Inconvenient"),
  fewUpdates: both("不知道进展", "Few updates"),
  attitude: both("态度不好", "Unfriendly"),
  notSolved: both("问题没有解决", "Not solved"),
  askedTwice: both("同样的材料要了两次", "Asked twice for the same"),
  longWait: both("排队太久", "A long wait in the line"),
};

/** Sub-items of a rating at the counter. */
export const ON_SITE_ASPECT_LABELS: Labels<OnSiteAspect> = {
  efficiency: both("服务效率", "Efficiency"),
  competence: both("服务水平", "Competence"),
  attitude: both("服务态度", "Attitude"),
};
