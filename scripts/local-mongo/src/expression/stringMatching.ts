import { BSONRegExp } from "bson";
import { MongoError } from "../errors";
import { isNullish, typeName } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { compileRegex } from "../query/regex";
import { named } from "./arguments";
import type { Operator, Operators } from "./scope";

const compiled = new Map<string, RegExp>();
const MAX_REMEMBERED = 200;

function pattern(name: string, regex: Value, options: Value): RegExp {
  let flags = isNullish(options) ? "" : String(options);
  let source: string;
  if (regex instanceof BSONRegExp) {
    if (flags !== "" && regex.options !== "") {
      throw new MongoError(
        51107,
        `${name}: found regex option(s) specified in both 'regex' and 'option' fields`,
      );
    }
    source = regex.pattern;
    flags ||= regex.options;
  } else if (typeof regex === "string") source = regex;
  else throw new MongoError(51105, `${name} needs 'regex' to be of type string or regex`);
  const key = `${flags}/${source}`;
  let found = compiled.get(key);
  if (!found) {
    if (compiled.size >= MAX_REMEMBERED) compiled.clear();
    const once = compileRegex(source, flags);
    compiled.set(key, (found = new RegExp(once.source, `${once.flags}g`)));
  }
  found.lastIndex = 0;
  return found;
}

function describe(match: RegExpMatchArray, whole: string): Doc {
  return {
    match: match[0],
    idx: [...whole.slice(0, match.index)].length,
    captures: match.slice(1).map((capture) => capture ?? null),
  };
}

function matching(
  name: string,
  whenMissing: Value,
  answer: (whole: string, regex: RegExp) => Value,
): Operator {
  return named(name, ["input", "regex"], ["options"], ({ input, regex, options }) => {
    if (isNullish(input) || isNullish(regex)) return whenMissing;
    if (typeof input !== "string")
      throw new MongoError(51104, `${name} needs 'input' to be of type string, found ${typeName(input)}`);
    return answer(input, pattern(name, regex, options));
  });
}

export const REGEX_OPERATORS: Operators = {
  $regexMatch: matching("$regexMatch", false, (whole, regex) => regex.test(whole)),
  $regexFind: matching("$regexFind", null, (whole, regex) => {
    const match = regex.exec(whole);
    return match ? describe(match, whole) : null;
  }),
  $regexFindAll: matching("$regexFindAll", [], (whole, regex) =>
    [...whole.matchAll(regex)].map((match) => describe(match, whole)),
  ),
};
