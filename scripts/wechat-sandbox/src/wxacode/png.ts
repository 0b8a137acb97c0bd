import { crc32, deflateSync } from "node:zlib";

export interface Rgb {
  r: number;
  g: number;
  b: number;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const typed = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, checksum]);
}

/** Size, one bit per pixel, colours from a palette. */
function header(size: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(size, 0);
  data.writeUInt32BE(size, 4);
  data.set([1, 3, 0, 0, 0], 8);
  return data;
}

/** Rows of bits, each after its filter byte (0: none). */
function pixels(size: number, isDark: (x: number, y: number) => boolean): Buffer {
  const stride = 1 + Math.ceil(size / 8);
  const rows = Buffer.alloc(stride * size);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (!isDark(x, y)) continue;
      const at = y * stride + 1 + (x >> 3);
      rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return rows;
}

/**
 * A square two-colour PNG.
 * @param size side in pixels
 * @param transparent leaves the light pixels see-through instead of white
 */
export function writePng(
  size: number,
  isDark: (x: number, y: number) => boolean,
  dark: Rgb,
  transparent: boolean,
): Buffer {
  const palette = Buffer.from([255, 255, 255, dark.r, dark.g, dark.b]);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header(size)),
    chunk("PLTE", palette),
    ...(transparent ? [chunk("tRNS", Buffer.from([0, 255]))] : []),
    chunk("IDAT", deflateSync(pixels(size, isDark))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
