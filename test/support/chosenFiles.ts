import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";

/** A PDF of one page with one line of text, written by hand: header, five objects, cross-reference table, trailer. */
function pdfBytes(line: string): Buffer {
  const drawing = `BT /F1 18 Tf 72 720 Td (${line}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + table + trailer, "latin1");
}

/** A photograph as a phone takes it: JPEG of about 4 MB, too noisy to be made smaller. */
function photoBytes(): Promise<Buffer> {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  return sharp({ create: { width: 2940, height: 2190, channels: 3, background: "#888", noise } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

export interface ChosenFile {
  path: string;
  bytes: Buffer;
}

export interface ChosenFiles {
  pdf: ChosenFile;
  /** 4 MB. */
  photo: ChosenFile;
  /** A photograph of some KB. */
  small: ChosenFile;
}

/** Files on the disk as somebody would choose them. */
export async function writeChosenFiles(): Promise<ChosenFiles> {
  const folder = mkdtempSync(join(tmpdir(), "chosen-files-"));
  const write = (name: string, bytes: Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return { path, bytes };
  };
  const small = await sharp({ create: { width: 640, height: 400, channels: 3, background: "#c8d8d8" } })
    .jpeg()
    .toBuffer();
  return {
    pdf: write("proof.pdf", pdfBytes("Proof of residence")),
    photo: write("identity.jpg", await photoBytes()),
    small: write("birth.jpg", small),
  };
}
