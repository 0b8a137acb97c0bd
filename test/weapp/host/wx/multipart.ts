import { randomUUID } from "node:crypto";
import path from "node:path";

const TYPES: Record<string, string> = {
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".heic": "image/heic",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A `multipart/form-data` body as `wx.uploadFile` sends it: the fields first, then the file under its temporary name. */
export function multipartBody(
  file: { name: string; path: string; data: Uint8Array },
  fields: Record<string, unknown>,
): { body: Buffer; contentType: string } {
  const boundary = `WeChatBoundary${randomUUID().replaceAll("-", "")}`;
  const filename = path.posix.basename(file.path);
  const type = TYPES[path.extname(filename).toLowerCase()] ?? "application/octet-stream";
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${String(value)}\r\n`,
    ),
  );
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${file.name}"; filename="${filename}"\r\nContent-Type: ${type}\r\n\r\n`;
  const body = Buffer.concat([
    ...parts,
    Buffer.from(head),
    file.data,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { body, contentType: `multipart/form-data; boundary=${boundary}` };
}
