import { encode } from "uqr";

/** Pixels per module and modules of quiet zone. */
const SCALE = 8;
const QUIET = 2;
const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const STORED_BLOCK_LIMIT = 65_535;

/** A QR code as a data URI of a 1-bit PNG, made without canvas, compression or browser functions. */
export function qrDataUri(text: string): string {
  const { data } = encode(text, { ecc: "M", border: QUIET });
  const size = data.length * SCALE;
  const stride = 1 + Math.ceil(size / 8);
  const raw: number[] = [];
  for (const row of data) {
    const line = new Array<number>(stride).fill(0);
    row.forEach((dark, column) => {
      if (dark) return;
      for (let x = column * SCALE; x < (column + 1) * SCALE; x += 1) {
        const at = 1 + (x >> 3);
        line[at] = (line[at] ?? 0) | (0x80 >> (x & 7));
      }
    });
    for (let i = 0; i < SCALE; i += 1) for (const byte of line) raw.push(byte);
  }
  const header = [...uint32(size), ...uint32(size), 1, 0, 0, 0, 0];
  const png = [
    137,
    80,
    78,
    71,
    13,
    10,
    26,
    10,
    ...chunk("IHDR", header),
    ...chunk("IDAT", zlibStored(raw)),
    ...chunk("IEND", []),
  ];
  return `data:image/png;base64,${base64(png)}`;
}

function uint32(value: number): number[] {
  return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

/** zlib stream of stored (uncompressed) blocks: valid for every decoder, needs no compressor. */
function zlibStored(raw: readonly number[]): number[] {
  const out = [0x78, 0x01];
  for (let start = 0; start < raw.length; start += STORED_BLOCK_LIMIT) {
    const block = raw.slice(start, start + STORED_BLOCK_LIMIT);
    const last = start + STORED_BLOCK_LIMIT >= raw.length ? 1 : 0;
    const length = block.length;
    out.push(last, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255);
    for (const byte of block) out.push(byte);
  }
  return [...out, ...uint32(adler32(raw))];
}

function adler32(bytes: readonly number[]): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return ((b << 16) | a) >>> 0;
}

function chunk(type: string, data: readonly number[]): number[] {
  const named = [...type].map((letter) => letter.charCodeAt(0));
  const body = named.concat(data);
  return [...uint32(data.length), ...body, ...uint32(crc32(body))];
}

function crc32(bytes: readonly number[]): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function base64(bytes: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const triple = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    parts.push(
      BASE64.charAt(triple >> 18),
      BASE64.charAt((triple >> 12) & 63),
      b === undefined ? "=" : BASE64.charAt((triple >> 6) & 63),
      c === undefined ? "=" : BASE64.charAt(triple & 63),
    );
  }
  return parts.join("");
}
