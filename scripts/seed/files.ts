import sharp from "sharp";
import type { FileMime } from "@talent/shared/domain/limits";
import type { FileStore, StoredFile } from "../../server/platform/files/fileStore";
import type { RequestFileEntry } from "../../server/features/requests/document";

/** Files that demonstration requests carry. */
export interface SampleFiles {
  /** An entry for a material. Requests of personas get copies of their own, for they may be taken back. */
  entryFor(
    material: { key: string; identity: boolean },
    uploadedAt: Date,
    own: boolean,
  ): Promise<RequestFileEntry>;
}

const GREEN = "#0f5d4f";

/** A page that says what it is, as an image. */
async function samplePicture(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600">
    <rect width="900" height="600" fill="#f4f1ea"/>
    <rect x="40" y="40" width="820" height="520" rx="24" fill="none" stroke="${GREEN}" stroke-width="6"/>
    <text x="450" y="290" font-size="96" text-anchor="middle" fill="${GREEN}" font-family="sans-serif">SAMPLE</text>
    <text x="450" y="390" font-size="44" text-anchor="middle" fill="${GREEN}" font-family="sans-serif">示例材料 demonstration only</text>
  </svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
}

/** The smallest well-formed PDF with a line of text. */
export function samplePdf(line: string): Buffer {
  const stream = `BT /F1 28 Tf 72 720 Td (${line}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${end}`, "latin1");
}

/** Stores the sample files once; further copies on demand. */
export async function storeSampleFiles(store: FileStore): Promise<SampleFiles> {
  const kinds: { mime: FileMime; suffix: string; content: Buffer }[] = [
    { mime: "image/jpeg", suffix: "jpg", content: await samplePicture() },
    { mime: "application/pdf", suffix: "pdf", content: samplePdf("SAMPLE - demonstration only") },
  ];
  const shared = new Map<FileMime, StoredFile>();
  async function stored(kind: (typeof kinds)[number], own: boolean): Promise<StoredFile> {
    const fileName = `示例.${kind.suffix}`;
    const known = shared.get(kind.mime);
    if (!own && known !== undefined) return known;
    const file = await store.storeFile({ fileName, mime: kind.mime, content: kind.content });
    if (!own) shared.set(kind.mime, file);
    return file;
  }
  return {
    async entryFor(material, uploadedAt, own) {
      const kind = kinds.find(({ mime }) => mime.startsWith("image/") === material.identity) ?? kinds[0];
      if (kind === undefined) throw new Error("no sample file");
      const file = await stored(kind, own);
      return {
        fileId: file.id,
        materialKey: material.key,
        fileName: file.fileName,
        mime: file.mime,
        bytes: file.bytes,
        sha256: file.sha256,
        identity: material.identity,
        uploadedAt,
        uploadedBy: "requester",
      };
    },
  };
}
