import { fileTypeFromBuffer } from "file-type/core";
import { FILE_KINDS, type FileMime } from "@talent/shared/domain/limits";
import { AppError } from "../errors";
import { endsLike } from "./fileName";
import { createPdfScan } from "./pdfActions";
import { zipEntryNames } from "./zipEntries";

/** Enough of the beginning to tell every kind but the ZIP-based ones. */
const HEAD_BYTES = 4100;
const ZIP_MAGIC = Buffer.from("PK\u0003\u0004", "latin1");
const DOCX: FileMime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX: FileMime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function isFileMime(mime: string): mime is FileMime {
  return mime in FILE_KINDS;
}

/** Office files are recognised by the part that makes them one; those with macros are refused. */
function officeKind(zip: Buffer): FileMime | null {
  const names = zipEntryNames(zip);
  if (names === null || !names.includes("[Content_Types].xml")) return null;
  if (names.some((name) => /vbaProject\.bin$/i.test(name)))
    throw new AppError("file_rejected", "the document contains macros", { reason: "macros" });
  if (names.includes("word/document.xml")) return DOCX;
  if (names.includes("xl/workbook.xml")) return XLSX;
  return null;
}

/** Looks at a file while it passes by and says at its end what it is. */
export interface Inspection {
  add(chunk: Buffer): void;
  /** @throws AppError `file_type_not_allowed`, `file_type_mismatch` or `file_rejected` */
  finish(fileName: string, kinds: readonly FileMime[]): Promise<FileMime>;
}

/**
 * Decides a file's kind by its content. A ZIP is held until its end, where its directory is; of anything else only
 * the beginning is kept.
 */
export function createInspection(): Inspection {
  const kept: Buffer[] = [];
  let keptBytes = 0;
  let isZip: boolean | undefined;
  const pdf = createPdfScan();

  async function kind(): Promise<FileMime | null> {
    const bytes = Buffer.concat(kept);
    if (isZip) return officeKind(bytes);
    const mime = (await fileTypeFromBuffer(bytes))?.mime ?? "";
    if (mime === "image/heif") return "image/heic";
    return isFileMime(mime) ? mime : null;
  }

  return {
    add(chunk) {
      isZip ??= chunk.subarray(0, ZIP_MAGIC.length).equals(ZIP_MAGIC);
      pdf.add(chunk);
      if (!isZip && keptBytes >= HEAD_BYTES) return;
      kept.push(chunk);
      keptBytes += chunk.length;
    },
    async finish(fileName, kinds) {
      const mime = await kind();
      if (mime === null || !kinds.includes(mime))
        throw new AppError("file_type_not_allowed", "this kind of file is not taken", { kinds: [...kinds] });
      if (!endsLike(fileName, mime))
        throw new AppError("file_type_mismatch", "the file is not what its name says", { found: mime });
      if (mime === "application/pdf" && pdf.found())
        throw new AppError("file_rejected", "the PDF runs scripts or programs", { reason: "actions" });
      return mime;
    },
  };
}
