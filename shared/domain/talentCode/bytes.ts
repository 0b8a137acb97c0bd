/** Bytes without `TextEncoder` and `Buffer`, which WeChat's logic layer lacks. */

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Big-endian bytes of a whole number below 2^32. */
export function numberBytes(value: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let i = length - 1, rest = value; i >= 0; i -= 1, rest = Math.floor(rest / 256)) bytes[i] = rest % 256;
  return bytes;
}

export function readNumber(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let i = at; i < at + length; i += 1) value = value * 256 + (bytes[i] ?? 0);
  return value;
}

const CONTINUATION = 0x80;

function bytesOfCodePoint(point: number): number[] {
  if (point < 0x80) return [point];
  if (point < 0x800) return [0xc0 | (point >> 6), CONTINUATION | (point & 63)];
  if (point < 0x10000)
    return [0xe0 | (point >> 12), CONTINUATION | ((point >> 6) & 63), CONTINUATION | (point & 63)];
  return [
    0xf0 | (point >> 18),
    CONTINUATION | ((point >> 12) & 63),
    CONTINUATION | ((point >> 6) & 63),
    CONTINUATION | (point & 63),
  ];
}

/** UTF-8 of as many whole characters as fit into `most` bytes, filled up with zero bytes. */
export function textBytes(text: string, most: number): Uint8Array {
  const bytes = new Uint8Array(most);
  let at = 0;
  for (const character of text) {
    const own = bytesOfCodePoint(character.codePointAt(0) ?? 0);
    if (at + own.length > most) break;
    bytes.set(own, at);
    at += own.length;
  }
  return bytes;
}

/** The text of UTF-8 bytes up to the first zero byte. */
export function readText(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length && bytes[i] !== 0;) {
    const first = bytes[i] ?? 0;
    const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    let point = length === 1 ? first : first & (0xff >> (length + 1));
    for (let k = 1; k < length; k += 1) point = (point << 6) | ((bytes[i + k] ?? 0) & 63);
    text += String.fromCodePoint(point);
    i += length;
  }
  return text;
}

const BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** @throws RangeError for anything that is not base64url without padding */
export function fromBase64url(text: string): Uint8Array {
  if (text.length % 4 === 1) throw new RangeError("not base64url");
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let buffer = 0;
  let bits = 0;
  let at = 0;
  for (const character of text) {
    const value = BASE64URL.indexOf(character);
    if (value < 0) throw new RangeError("not base64url");
    buffer = ((buffer << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (buffer >> bits) & 255;
    at += 1;
  }
  return bytes;
}

export function toBase64url(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const triple = readNumber(bytes, i, 3);
    text += BASE64URL.charAt(triple >> 18) + BASE64URL.charAt((triple >> 12) & 63);
    if (left > 1) text += BASE64URL.charAt((triple >> 6) & 63);
    if (left > 2) text += BASE64URL.charAt(triple & 63);
  }
  return text;
}
