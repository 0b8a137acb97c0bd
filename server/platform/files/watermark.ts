import sharp from "sharp";

/** Beyond this an image is not decoded: a small file can unpack to gigabytes. */
const MOST_PIXELS = 60_000_000;
const LONGEST_EDGE = 2400;
const QUALITY = 82;
/** Fonts with Chinese glyphs by preference; the system chooses among what is installed. */
const FONTS =
  "Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, WenQuanYi Zen Hei, PingFang SC, Microsoft YaHei, sans-serif";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

async function drawn(text: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><text x="0" y="30" font-size="30" font-family="${FONTS}">${text}</text></svg>`;
  return sharp(Buffer.from(svg)).raw().toBuffer();
}

let chinese: Promise<boolean> | undefined;

/** Whether this machine can draw Chinese: two different characters give two different pictures, not two boxes. */
export function canDrawChinese(): Promise<boolean> {
  chinese ??= Promise.all([drawn("办"), drawn("理"), drawn("\u{10FFFD}")])
    .then(([a, b, box]) => a !== undefined && !a.equals(b ?? a) && !a.equals(box ?? a))
    .catch(() => false);
  return chinese;
}

/** Without a Chinese font only what Latin glyphs can say remains: case number, date. */
function latinOnly(line: string): string {
  return line.replace(/[^\u0020-\u007e]+/g, " ").trim();
}

function overlay(width: number, height: number, lines: readonly string[]): Buffer {
  const size = Math.max(16, Math.round(Math.min(width, height) / 22));
  const stepX = size * 16;
  const stepY = size * (lines.length + 3) * 1.4;
  const marks: string[] = [];
  for (let y = -height; y < height * 2; y += stepY)
    for (let x = -width; x < width * 2; x += stepX)
      lines.forEach((line, index) =>
        marks.push(`<text x="${x}" y="${y + index * size * 1.4}">${escape(line)}</text>`),
      );
  const style = `font-family="${FONTS}" font-size="${size}" fill="#fff" fill-opacity="0.55" stroke="#000" stroke-opacity="0.35" stroke-width="${size / 24}"`;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g transform="rotate(-28 ${width / 2} ${height / 2})" ${style}>${marks.join("")}</g></svg>`,
  );
}

/**
 * The image as a JPEG with the lines drawn all over it: turned upright, at most 2,400 pixels long, without metadata.
 * @returns null when it cannot be decoded here (HEIC without a decoder, damaged or far too large images)
 */
export async function watermarked(image: Buffer, lines: readonly string[]): Promise<Buffer | null> {
  const words = (await canDrawChinese()) ? lines : lines.map(latinOnly).filter((line) => line !== "");
  try {
    const { data, info } = await sharp(image, { limitInputPixels: MOST_PIXELS })
      .rotate()
      .resize({ width: LONGEST_EDGE, height: LONGEST_EDGE, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#fff" })
      .toBuffer({ resolveWithObject: true });
    return await sharp(data)
      .composite([{ input: overlay(info.width, info.height, words) }])
      .jpeg({ quality: QUALITY })
      .toBuffer();
  } catch {
    return null;
  }
}
