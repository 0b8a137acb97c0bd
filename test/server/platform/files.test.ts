import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import mongoose from "mongoose";
import sharp from "sharp";
import { addMaterialBody as fields } from "@talent/shared/contract/schemas/requests";
import { FILE_KINDS, type FileMime } from "@talent/shared/domain/limits";
import { closeDatabase, openDatabase } from "../../../server/platform/database/connection";
import { AppError } from "../../../server/platform/errors";
import { createFileStore } from "../../../server/platform/files/createFileStore";
import type { StoredFile } from "../../../server/platform/files/fileStore";
import { deleteUnfinishedUploads } from "../../../server/platform/files/unfinishedUploads";
import { canDrawChinese } from "../../../server/platform/files/watermark";
import { startTestMongo, type TestMongo } from "../../support/localMongo";
import { docx, jpeg, pdf, xlsx } from "../../support/sampleFiles";
import { zipOf } from "../../support/zip";

const MAX = 2 * 1024 * 1024;
const store = createFileStore();
let mongo: TestMongo;
let server: Server;
let url: string;

beforeAll(async () => {
  mongo = await startTestMongo();
  await openDatabase(mongo.uri("files"));
  server = createServer((req, res) => {
    const kinds = Object.keys(FILE_KINDS) as FileMime[];
    store.receiveFile(req, { maxBytes: MAX, kinds, fields }).then(
      (received) => res.end(JSON.stringify(received)),
      (error: unknown) => {
        res.statusCode = error instanceof AppError ? error.status : 500;
        res.end(JSON.stringify({ code: error instanceof AppError ? error.code : String(error) }));
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await closeDatabase();
  await mongo.stop();
});

interface Received {
  status: number;
  file: StoredFile;
  fields: { materialKey: string };
  code: string;
}

async function send(
  content: Buffer,
  name: string,
  options: { fieldFirst?: boolean; field?: string; part?: string } = {},
) {
  const form = new FormData();
  const { fieldFirst = true, field = "materialKey", part = "file" } = options;
  if (fieldFirst) form.append(field, "passport");
  form.append(part, new Blob([new Uint8Array(content)]), name);
  if (!fieldFirst) form.append(field, "passport");
  const response = await fetch(url, { method: "POST", body: form });
  return { status: response.status, ...((await response.json()) as Omit<Received, "status">) };
}

async function stored(): Promise<number[]> {
  const { db } = mongoose.connection;
  return Promise.all(
    ["files.files", "files.chunks"].map((name) =>
      db === undefined ? Promise.resolve(-1) : db.collection(name).countDocuments(),
    ),
  );
}

async function bytesOf(id: string): Promise<Buffer> {
  const { stream } = await store.openFile(id);
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test("keeps a file byte for byte, with its kind by content and its hash", async () => {
  const content = await jpeg(1600, 900);
  expect(content.length).toBeGreaterThan(600_000);
  const { file, fields: texts } = await send(content, "护照 首页.JPG");
  expect(file).toMatchObject({ fileName: "护照 首页.JPG", mime: "image/jpeg", bytes: content.length });
  expect(file.sha256).toBe(createHash("sha256").update(content).digest("hex"));
  expect(texts).toEqual({ materialKey: "passport" });
  expect((await bytesOf(file.id)).equals(content)).toBe(true);
});

test("takes text parts that come after the file", async () => {
  const { fields: texts } = await send(pdf(), "a.pdf", { fieldFirst: false });
  expect(texts).toEqual({ materialKey: "passport" });
});

test.each([
  ["a.pdf", "application/pdf", () => Promise.resolve(pdf())],
  [
    "a.png",
    "image/png",
    () =>
      sharp({ create: { width: 9, height: 9, channels: 3, background: "#fff" } })
        .png()
        .toBuffer(),
  ],
  [
    "a.docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    () => Promise.resolve(docx()),
  ],
  [
    "a.xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    () => Promise.resolve(xlsx()),
  ],
  [
    "a.heic",
    "image/heic",
    () =>
      Promise.resolve(
        Buffer.concat([Buffer.from("0000001c66747970686569630000000068656963", "hex"), Buffer.alloc(100)]),
      ),
  ],
])("takes %s as %s", async (name, mime, make) => {
  expect((await send(await make(), name)).file).toMatchObject({ mime });
});

const REFUSED: [string, string, string, () => Promise<Buffer> | Buffer][] = [
  [
    "a program with the ending of a picture",
    "a.jpg",
    "file_type_not_allowed",
    () => Buffer.from("MZ\u0090\u0000 program"),
  ],
  ["a page", "a.pdf", "file_type_not_allowed", () => Buffer.from("<html><script>1</script></html>")],
  ["a picture with the ending of a document", "a.pdf", "file_type_mismatch", () => jpeg(20, 20)],
  ["a file without an ending", "passport", "file_type_mismatch", () => pdf()],
  ["a document with macros", "a.docx", "file_rejected", () => docx({ "word/vbaProject.bin": "x" })],
  ["a plain archive", "a.docx", "file_type_not_allowed", () => zipOf({ "a.txt": "x" })],
  ["half an archive", "a.docx", "file_type_not_allowed", () => docx().subarray(0, 60)],
  [
    "a PDF with a script",
    "a.pdf",
    "file_rejected",
    () => pdf("/OpenAction<</S/JavaScript/JS(app.alert(1))>>"),
  ],
  [
    "a PDF with a hidden script",
    "a.pdf",
    "file_rejected",
    () => pdf("/OpenAction<</S/J#61va#53cript/JS(1)>>"),
  ],
  ["a PDF that starts a program", "a.pdf", "file_rejected", () => pdf("/OpenAction<</S/Launch/F(cmd.exe)>>")],
  ["an empty file", "a.pdf", "file_missing", () => Buffer.alloc(0)],
  [
    "a file above the limit",
    "a.jpg",
    "file_too_large",
    async () => Buffer.concat([await jpeg(20, 20), Buffer.alloc(MAX)]),
  ],
];

test.each(REFUSED)("refuses %s and leaves nothing behind", async (_what, name, code, make) => {
  const before = await stored();
  expect(await send(await make(), name)).toMatchObject({ code });
  expect(await stored()).toEqual(before);
});

test("refuses unknown parts, unknown fields and a body that is no form, and leaves nothing behind", async () => {
  const before = await stored();
  expect(await send(pdf(), "a.pdf", { part: "other" })).toMatchObject({ code: "invalid_input" });
  expect(await send(pdf(), "a.pdf", { field: "unheardOf" })).toMatchObject({ code: "invalid_input" });
  const json = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  expect(await json.json()).toMatchObject({ code: "content_type_not_supported" });
  const empty = new FormData();
  empty.append("materialKey", "x");
  expect(await (await fetch(url, { method: "POST", body: empty })).json()).toMatchObject({
    code: "file_missing",
  });
  expect(await stored()).toEqual(before);
});

test("an upload that breaks off leaves nothing behind", async () => {
  const before = await stored();
  const boundary = "xyz";
  await new Promise<void>((resolve) => {
    const req = request(url, {
      method: "POST",
      headers: { "content-type": `multipart/form-data; boundary=${boundary}`, "content-length": "1500000" },
    });
    req.on("error", () => undefined).on("close", resolve);
    req.write(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n`);
    req.write(Buffer.concat([pdf(), Buffer.alloc(700_000)]), () => setTimeout(() => req.destroy(), 50));
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await stored()).toEqual(before);
});

test("draws the watermark over an image and strips what the camera wrote", async () => {
  const plain = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#888" } })
    .withExif({ IFD0: { ImageDescription: "taken at home" } })
    .jpeg()
    .toBuffer();
  const { file } = await send(plain, "id.jpg");
  const answer = await store.answerFile(file.id, {
    watermark: ["仅供办理 26-04752 使用", "渝北区 2026-10-09"],
  });
  expect(answer).toMatchObject({ mime: "image/jpeg", fileName: "id.jpg" });
  const image = answer.body as Buffer;
  const { exif } = await sharp(image).metadata();
  expect(exif).toBeUndefined();
  const { channels } = await sharp(image).stats();
  expect(channels[0]?.stdev).toBeGreaterThan(2);
  expect((await sharp(plain).stats()).channels[0]?.stdev).toBeLessThan(1);
});

test("serves an image that cannot be decoded as an attachment", async () => {
  const heic = Buffer.concat([
    Buffer.from("0000001c66747970686569630000000068656963", "hex"),
    Buffer.alloc(100),
  ]);
  const { file } = await send(heic, "a.heic");
  expect(await store.answerFile(file.id, { watermark: ["x"] })).toMatchObject({
    attachment: true,
    mime: "image/heic",
  });
});

test("knows whether it can draw Chinese, and draws something either way", async () => {
  expect(typeof (await canDrawChinese())).toBe("boolean");
});

test("chunks of an upload that a dead process left are deleted a day later, twice run or once", async () => {
  const { file } = await send(pdf(), "kept.pdf");
  const begun = new Date("2026-10-01T00:00:00Z");
  const left = mongoose.Types.ObjectId.createFromTime(begun.getTime() / 1000);
  await mongoose.connection
    .collection("files.chunks")
    .insertOne({ files_id: left, n: 0, data: Buffer.alloc(9) });
  const hoursLater = (hours: number) => new Date(begun.getTime() + hours * 3_600_000);
  expect(await deleteUnfinishedUploads(hoursLater(23))).toBe(0);
  expect(await deleteUnfinishedUploads(hoursLater(25))).toBe(1);
  expect(await deleteUnfinishedUploads(hoursLater(25))).toBe(0);
  expect((await bytesOf(file.id)).equals(pdf())).toBe(true);
});

test("deleting is final and may be repeated", async () => {
  const { file } = await send(pdf(), "a.pdf");
  await store.deleteFile(file.id);
  await store.deleteFile(file.id);
  await expect(store.openFile(file.id)).rejects.toMatchObject({ code: "not_found" });
});
