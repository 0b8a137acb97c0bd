import { dateOfDayNumber, dayNumber } from "../../calendar/dates";
import { CATEGORIES, type Category } from "../talents";
import { concatBytes, numberBytes, readNumber, readText, textBytes } from "./bytes";
import { PSEUDONYM_BYTES } from "./dayCode";

/** What a desk without network learns of the holder, and no more. */
export interface CodeHolder {
  /** Stands for the person on one day; seven bytes. */
  pseudonym: Uint8Array;
  category: Category;
  districtCode: string;
  cycleStartsOn: string;
  cycleEndsOn: string;
  maskedName: string;
}

/** District codes of Chongqing begin here (GB/T 2260). */
const DISTRICT_BASE = 500_000;
const DISTRICT_SPAN = 1_000;
const NAME_BYTES = 11;
const HOLDER_BYTES = PSEUDONYM_BYTES + 6 + NAME_BYTES;
/** Poly1305's tag. */
const TAG_BYTES = 16;
/** A sealed holder has the same length whatever the name is. */
export const SEALED_BYTES = HOLDER_BYTES + TAG_BYTES;

/** A masked name that is longer loses its end. */
export function packHolder(holder: CodeHolder): Uint8Array {
  const district = Number(holder.districtCode) - DISTRICT_BASE;
  if (!(district >= 0 && district < DISTRICT_SPAN))
    throw new RangeError("a district code is 500000 … 500999");
  return concatBytes(
    holder.pseudonym,
    numberBytes(CATEGORIES.indexOf(holder.category) * DISTRICT_SPAN + district, 2),
    numberBytes(dayNumber(holder.cycleStartsOn), 2),
    numberBytes(dayNumber(holder.cycleEndsOn), 2),
    textBytes(holder.maskedName, NAME_BYTES),
  );
}

/** The holder, or null when the bytes are none. */
export function readHolder(bytes: Uint8Array): CodeHolder | null {
  if (bytes.length !== HOLDER_BYTES) return null;
  const place = readNumber(bytes, PSEUDONYM_BYTES, 2);
  const category = CATEGORIES[Math.floor(place / DISTRICT_SPAN)];
  if (category === undefined) return null;
  return {
    pseudonym: bytes.slice(0, PSEUDONYM_BYTES),
    category,
    districtCode: String(DISTRICT_BASE + (place % DISTRICT_SPAN)),
    cycleStartsOn: dateOfDayNumber(readNumber(bytes, PSEUDONYM_BYTES + 2, 2)),
    cycleEndsOn: dateOfDayNumber(readNumber(bytes, PSEUDONYM_BYTES + 4, 2)),
    maskedName: readText(bytes.subarray(PSEUDONYM_BYTES + 6)),
  };
}
