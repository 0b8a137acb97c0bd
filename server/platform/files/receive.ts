import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { Readable } from "node:stream";
import busboy from "busboy";
import { Types, type mongo } from "mongoose";
import type * as z from "zod/mini";
import { AppError } from "../errors";
import { parsePart } from "../http/parse";
import { cleanFileName } from "./fileName";
import type { ReceiveOptions, StoredFile } from "./fileStore";
import { createInspection } from "./inspection";

const FIELD_LIMITS = { fields: 10, fieldSize: 4096, fieldNameSize: 60, files: 1, parts: 12 } as const;
/** How long the rest of a refused upload may take to arrive before the answer goes out anyway. */
const DRAIN_MS = 5_000;

/** Takes the file's bytes into GridFS. The upload is aborted, and its chunks deleted, whatever goes wrong. */
async function storeFile(
  source: Readable & { truncated?: boolean | undefined },
  given: string,
  bucket: mongo.GridFSBucket,
  options: Pick<ReceiveOptions<z.ZodMiniType>, "maxBytes" | "kinds">,
): Promise<StoredFile> {
  const fileName = cleanFileName(given);
  const metadata: Record<string, unknown> = {};
  const upload = bucket.openUploadStream(fileName, { metadata });
  const failed = new Promise<never>((_, reject) => upload.on("error", reject));
  // An aborted upload reports itself as an error even where nobody waits for it any more.
  failed.catch(() => undefined);
  const inspection = createInspection();
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      hash.update(chunk);
      inspection.add(chunk);
      if (!upload.write(chunk)) await Promise.race([once(upload, "drain"), failed]);
    }
    if (source.truncated)
      throw new AppError("file_too_large", "the file is too large", { maxBytes: options.maxBytes });
    if (bytes === 0) throw new AppError("file_missing", "the file is empty");
    const mime = await inspection.finish(fileName, options.kinds);
    const sha256 = hash.digest("hex");
    Object.assign(metadata, { mime, sha256 });
    upload.end();
    await finished(upload);
    return { id: upload.id.toHexString(), fileName, mime, bytes, sha256 };
  } catch (error) {
    source.resume();
    await upload.abort().catch(() => undefined);
    throw error;
  }
}

/** Lets the rest of a refused body arrive, so that the caller reads our answer instead of a broken connection. */
async function drain(raw: IncomingMessage): Promise<void> {
  raw.unpipe();
  raw.resume();
  if (raw.complete || raw.destroyed) return;
  await new Promise<void>((resolve) => {
    const hurry = setTimeout(resolve, DRAIN_MS);
    const done = () => {
      clearTimeout(hurry);
      resolve();
    };
    raw.once("end", done).once("close", done);
  });
}

function openForm(raw: IncomingMessage, maxBytes: number): busboy.Busboy {
  try {
    return busboy({
      headers: raw.headers,
      defParamCharset: "utf8",
      limits: { ...FIELD_LIMITS, fileSize: maxBytes },
    });
  } catch {
    throw new AppError("content_type_not_supported", "send multipart/form-data");
  }
}

const badForm = (field: string, problem: string) =>
  new AppError("invalid_input", `${field}: ${problem}`, { fields: [{ field, problem }] });

/**
 * Reads a multipart body with one file in the field `file`.
 * @throws AppError as `FileStore.receiveFile` says; then nothing of the file is left
 */
export async function receiveMultipart<S extends z.ZodMiniType>(
  raw: IncomingMessage,
  bucket: mongo.GridFSBucket,
  options: ReceiveOptions<S>,
): Promise<{ file: StoredFile; fields: z.output<S> }> {
  const form = openForm(raw, options.maxBytes);
  const texts: Record<string, string> = {};
  let storing: Promise<StoredFile> | undefined;
  let problem: AppError | undefined;
  form.on("field", (name, value, { nameTruncated, valueTruncated }) => {
    if (nameTruncated || valueTruncated) problem ??= badForm(`body.${name}`, "too_big");
    texts[name] = value ?? "";
  });
  form.on("file", (name, stream, { filename = "" }) => {
    if (name !== "file") {
      problem ??= badForm(`body.${name}`, "unknown_field");
      stream.resume();
      return;
    }
    storing = storeFile(stream, filename, bucket, options);
    storing.catch((error: unknown) => form.destroy(error instanceof Error ? error : undefined));
  });
  form.on("filesLimit", () => (problem ??= badForm("body.file", "only_one")));
  raw.once("close", () => {
    if (!raw.complete) form.destroy(new Error("the connection broke off"));
  });
  raw.pipe(form);
  try {
    await finished(form);
  } catch (error) {
    await drain(raw);
    const whole = await storing;
    if (whole !== undefined) await bucket.delete(new Types.ObjectId(whole.id));
    throw error instanceof AppError ? error : badForm("body", "not_multipart");
  }
  if (storing === undefined) throw problem ?? new AppError("file_missing", "send one file in the field file");
  const file = await storing;
  try {
    if (problem !== undefined) throw problem;
    return { file, fields: parsePart("body", options.fields, texts) as z.output<S> };
  } catch (error) {
    await bucket.delete(new Types.ObjectId(file.id));
    throw error;
  }
}
