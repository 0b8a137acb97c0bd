import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { zipOf } from "./zip";

/** A one-page PDF. */
export function pdf(extra = ""): Buffer {
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R${extra}>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
  );
}

/** A photograph of noise, whose bytes hardly compress. */
export async function jpeg(width = 800, height = 600): Promise<Buffer> {
  return sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .withExif({ IFD0: { ImageDescription: "taken at home" } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

export const docx = (more: Readonly<Record<string, string>> = {}) =>
  zipOf({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>", ...more });
export const xlsx = () => zipOf({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>" });
