import { inflateSync } from "node:zlib";
import { encode } from "uqr";
import { qrDataUri } from "../../miniapp/src/components/base/qrImage";

const PREFIX = "data:image/png;base64,";
const SCALE = 8;

/** Chunks of a PNG by name. */
function chunksOf(png: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString("latin1", at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return chunks;
}

test("draws every module of the code into a PNG that a plain decoder reads", () => {
  const text = "CQ80000000097Z";
  const uri = qrDataUri(text);
  expect(uri.startsWith(PREFIX)).toBe(true);
  const chunks = chunksOf(Buffer.from(uri.slice(PREFIX.length), "base64"));
  const { data } = encode(text, { ecc: "M", border: 2 });
  const header = chunks.get("IHDR");
  expect(header?.readUInt32BE(0)).toBe(data.length * SCALE);
  const pixels = inflateSync(chunks.get("IDAT") ?? Buffer.alloc(0));
  const stride = 1 + data.length;
  data.forEach((row, y) =>
    row.forEach((dark, x) => {
      expect(pixels[y * SCALE * stride + 1 + x]).toBe(dark ? 0x00 : 0xff);
    }),
  );
});
