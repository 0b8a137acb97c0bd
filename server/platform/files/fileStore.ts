import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import type * as z from "zod/mini";
import type { FileMime } from "@talent/shared/domain/limits";
import type { BinaryAnswer } from "../http/handler";

/** A file in the store. Its mime comes from its content. */
export interface StoredFile {
  id: string;
  fileName: string;
  mime: FileMime;
  bytes: number;
  /** Hex. */
  sha256: string;
}

export interface ReceiveOptions<S extends z.ZodMiniType> {
  maxBytes: number;
  kinds: readonly FileMime[];
  /** Schema of the text parts; the file is deleted when they do not fit. */
  fields: S;
}

/** Files handed in by people, kept in GridFS. */
export interface FileStore {
  /**
   * Takes the multipart file in the field `file` and the text parts, in any order. Nothing half-written stays.
   * @throws AppError `file_missing`, `file_too_large`, `file_type_not_allowed`, `file_type_mismatch`,
   * `file_rejected`, `content_type_not_supported` or `invalid_input`
   */
  receiveFile<S extends z.ZodMiniType>(
    raw: IncomingMessage,
    options: ReceiveOptions<S>,
  ): Promise<{ file: StoredFile; fields: z.output<S> }>;
  /** Stores bytes that the product itself made or brought along: demonstration data, exports. */
  storeFile(file: { fileName: string; mime: FileMime; content: Buffer }): Promise<StoredFile>;
  /** @throws AppError `not_found` */
  openFile(id: string): Promise<{ file: StoredFile; stream: Readable }>;
  /**
   * The file as an answer. With `watermark`, an image comes re-encoded as JPEG with these lines drawn over it and
   * without its metadata; an image that cannot be decoded here (some HEIC) comes as an attachment, marked in its name.
   */
  answerFile(id: string, options?: { watermark?: readonly string[] }): Promise<BinaryAnswer>;
  /** Deleting an absent file changes nothing. */
  deleteFile(id: string): Promise<void>;
}
