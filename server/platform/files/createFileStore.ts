import { createHash } from "node:crypto";
import mongoose from "mongoose";
import { database } from "../database/connection";
import { AppError } from "../errors";
import type { FileMime } from "@talent/shared/domain/limits";
import type { FileStore, StoredFile } from "./fileStore";
import { receiveMultipart } from "./receive";
import { watermarked } from "./watermark";

const BUCKET = "files";

interface FileMetadata {
  mime: FileMime;
  sha256: string;
}

const bucket = () => new mongoose.mongo.GridFSBucket(database(), { bucketName: BUCKET });

async function describe(id: string): Promise<StoredFile> {
  const found = await bucket()
    .find({ _id: new mongoose.Types.ObjectId(id) })
    .limit(1)
    .next();
  if (found === null) throw new AppError("not_found", "file not found");
  const { mime, sha256 } = found.metadata as unknown as FileMetadata;
  return { id, fileName: found.filename, mime, bytes: found.length, sha256 };
}

async function bytesOf(id: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const stream = bucket().openDownloadStream(new mongoose.Types.ObjectId(id));
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Files in GridFS, collections `files.files` and `files.chunks`. */
export function createFileStore(): FileStore {
  const store: FileStore = {
    receiveFile: (raw, options) => receiveMultipart(raw, bucket(), options),
    async storeFile({ fileName, mime, content }) {
      const sha256 = createHash("sha256").update(content).digest("hex");
      const upload = bucket().openUploadStream(fileName, { metadata: { mime, sha256 } });
      await new Promise<void>((resolve, reject) => {
        upload.once("finish", resolve).once("error", reject);
        upload.end(content);
      });
      return { id: upload.id.toHexString(), fileName, mime, bytes: content.length, sha256 };
    },
    async openFile(id) {
      const file = await describe(id);
      return { file, stream: bucket().openDownloadStream(new mongoose.Types.ObjectId(id)) };
    },
    async answerFile(id, { watermark } = {}) {
      const { file, stream } = await store.openFile(id);
      const { mime, fileName, bytes } = file;
      if (watermark === undefined || !mime.startsWith("image/"))
        return { body: stream, mime, bytes, fileName };
      stream.destroy();
      const image = await watermarked(await bytesOf(id), watermark);
      if (image === null)
        return {
          body: bucket().openDownloadStream(new mongoose.Types.ObjectId(id)),
          mime,
          bytes,
          fileName,
          attachment: true,
        };
      const jpegName = `${fileName.replace(/\.[A-Za-z0-9]+$/, "")}.jpg`;
      return { body: image, mime: "image/jpeg", bytes: image.length, fileName: jpegName };
    },
    async deleteFile(id) {
      try {
        await bucket().delete(new mongoose.Types.ObjectId(id));
      } catch (error) {
        const missing = error instanceof Error && /FileNotFound|not found/i.test(error.message);
        if (!missing) throw error;
      }
    },
  };
  return store;
}
