import { ACCUMULATING_OPERATORS } from "./accumulating";
import { ARITHMETIC_OPERATORS } from "./arithmetic";
import { ARRAY_OPERATORS } from "./arrays";
import { BIT_OPERATORS } from "./bits";
import { BINDING_OPERATORS } from "./binding";
import { COMPARISON_OPERATORS } from "./comparison";
import { CONDITIONAL_OPERATORS } from "./conditional";
import { CONVERSION_OPERATORS } from "./conversion";
import { DATE_OPERATORS } from "./dates";
import { DATE_ARITHMETIC_OPERATORS } from "./dateArithmetic";
import { DATE_TEXT_OPERATORS } from "./dateText";
import { OBJECT_OPERATORS } from "./objects";
import { PERCENTILE_OPERATORS } from "./percentiles";
import type { Operators } from "./scope";
import { SET_OPERATORS } from "./sets";
import { STRING_OPERATORS } from "./strings";
import { REGEX_OPERATORS } from "./stringMatching";

/** Every expression operator there is. */
export const OPERATORS: Operators = {
  ...ACCUMULATING_OPERATORS,
  ...ARITHMETIC_OPERATORS,
  ...ARRAY_OPERATORS,
  ...BINDING_OPERATORS,
  ...BIT_OPERATORS,
  ...COMPARISON_OPERATORS,
  ...CONDITIONAL_OPERATORS,
  ...CONVERSION_OPERATORS,
  ...DATE_OPERATORS,
  ...DATE_ARITHMETIC_OPERATORS,
  ...DATE_TEXT_OPERATORS,
  ...OBJECT_OPERATORS,
  ...PERCENTILE_OPERATORS,
  ...SET_OPERATORS,
  ...STRING_OPERATORS,
  ...REGEX_OPERATORS,
};
