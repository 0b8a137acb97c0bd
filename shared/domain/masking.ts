/** Surnames of two characters, which keep both (《百家姓》 and the present register). */
const COMPOUND_SURNAMES: readonly string[] = [
  "欧阳",
  "司马",
  "上官",
  "诸葛",
  "夏侯",
  "东方",
  "皇甫",
  "尉迟",
  "公孙",
  "慕容",
  "长孙",
  "宇文",
  "司徒",
  "司空",
  "令狐",
  "钟离",
  "端木",
  "南宫",
  "独孤",
  "轩辕",
  "申屠",
  "太史",
  "澹台",
  "西门",
  "百里",
  "呼延",
];

const LATIN = /^[\p{Script=Latin}\s.'-]+$/u;
const MASK = "*";

/**
 * The surname and one star for each further character: 王*, 陈**, 欧阳**. A Latin name keeps the first letter of
 * each part. An empty name stays empty.
 */
export function maskName(name: string): string {
  const trimmed = name.trim();
  if (LATIN.test(trimmed))
    return trimmed
      .split(/\s+/)
      .map((part) => (part === "" ? "" : `${[...part][0] ?? ""}${MASK.repeat(2)}`))
      .join(" ");
  const characters = [...trimmed];
  const surname = COMPOUND_SURNAMES.find((known) => trimmed.startsWith(known));
  const kept = surname !== undefined && characters.length > 2 ? 2 : 1;
  return characters.slice(0, kept).join("") + MASK.repeat(Math.max(characters.length - kept, 0));
}

/** `138****2047`: the first three and the last four digits; anything shorter than eight is masked wholly. */
export function maskPhone(phone: string): string {
  if (phone.length < 8) return MASK.repeat(phone.length);
  return phone.slice(0, 3) + MASK.repeat(phone.length - 7) + phone.slice(-4);
}

/** `500***********1234` (居民身份证, 护照): three characters in front and four behind, fewer of a short number. */
export function maskIdNumber(idNumber: string): string {
  const kept = idNumber.length >= 15 ? 4 : 2;
  const front = idNumber.length >= 15 ? 3 : 1;
  if (idNumber.length <= front + kept) return MASK.repeat(idNumber.length);
  return idNumber.slice(0, front) + MASK.repeat(idNumber.length - front - kept) + idNumber.slice(-kept);
}
