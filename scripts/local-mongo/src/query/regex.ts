import { BSONRegExp } from "bson";
import { MongoError, badValue } from "../errors";
import type { Value } from "../bson/value";

const EXTENDED = /\\[\s\S]|\[(?:\\.|[^\]])*\]|\s+|#.*$/gm;

function withoutLayout(pattern: string): string {
  return pattern.replace(EXTENDED, (token) => (/^[\s#]/.test(token) ? "" : token));
}

/**
 * Makes a JavaScript pattern of a PCRE one: options i, m, s, x, u, and leading `(?i)` groups.
 * @throws MongoError 51108 for unknown options, 51091 for a pattern that is not valid
 */
export function compileRegex(pattern: string, options: string): RegExp {
  const bad = /[^imsxu]/.exec(options);
  if (bad) throw new MongoError(51108, `invalid flag in regex options: ${bad[0]}`);
  let source = options.includes("x") ? withoutLayout(pattern) : pattern;
  let flags = options.replace(/[^ims]/g, "");
  const inline = /^\(\?([imsx]+)\)/.exec(source);
  if (inline) {
    source = source.slice(inline[0].length);
    flags += (inline[1] ?? "").replace("x", "");
  }
  flags = [...new Set(flags)].join("");
  try {
    return new RegExp(source, `${flags}u`);
  } catch {
    return compileLoosely(source, flags);
  }
}

/** Without the `u` flag JavaScript accepts needless escapes, as PCRE does. */
function compileLoosely(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MongoError(51091, `Regular expression is invalid: ${reason}`);
  }
}

/** The pattern of a `$regex` operator with its sibling `$options`. */
export function regexOperand(operand: Value, options: Value): RegExp {
  if (options !== undefined && typeof options !== "string") throw badValue("$options has to be a string");
  if (typeof operand === "string") return compileRegex(operand, options ?? "");
  if (!(operand instanceof BSONRegExp)) throw badValue("$regex has to be a string");
  if (options !== undefined && operand.options !== "") {
    throw new MongoError(51075, "options set in both $regex and $options");
  }
  return compileRegex(operand.pattern, options ?? operand.options);
}

/**
 * The fixed text every match begins with, for index bounds: `^abc` gives "abc".
 * @returns "" when there is none
 */
export function fixedPrefix(pattern: string, options: string): string {
  if (/[^su]/.test(options) || pattern.includes("|")) return "";
  const match = /^(?:\^|\\A)((?:[^\\.*+?()[\]{}|^$]|\\[^a-zA-Z0-9])+)/.exec(pattern);
  if (!match) return "";
  let text = match[1] ?? "";
  const following = pattern[match[0].length];
  if (following !== undefined && "*?{".includes(following)) text = text.replace(/(\\.|.)$/su, "");
  return text.replace(/\\(.)/gs, "$1");
}
