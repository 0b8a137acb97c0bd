/** Limits of WeChat's template parameters by the prefix of their key, in code points. */
const THING = 20;
const CHARACTER_STRING = 32;
const PHRASE = 5;
const NAME_CHINESE = 10;
const NAME_LATIN = 20;
/** A value must not be empty: WeChat refuses the whole message. */
const NOTHING = "—";

function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}

function fitName(text: string): string {
  const plain = text.replace(/[\p{Nd}\s]+/gu, "");
  const most = /\p{Script=Han}/u.test(plain) ? NAME_CHINESE : NAME_LATIN;
  return [...plain].slice(0, most).join("") || "人才";
}

const FITS: Readonly<Record<string, (text: string) => string>> = {
  thing: (text) => cut(text, THING) || NOTHING,
  character_string: (text) =>
    [...text.replace(/[^\u0021-\u007e]/g, "")].slice(0, CHARACTER_STRING).join("") || "-",
  phrase: (text) => [...text.replace(/[^\p{Script=Han}]/gu, "")].slice(0, PHRASE).join("") || "通知",
  name: fitName,
};

/**
 * Fits a value to the parameter kind that the key's prefix names (`thing5`, `phrase3`), so that no message fails for
 * its length. Dates, times, numbers and amounts are written to their form where they are made.
 */
export function fitValue(key: string, value: string): string {
  const kind = key.replace(/\d+$/, "");
  const text = oneLine(value);
  return FITS[kind]?.(text) ?? text;
}
