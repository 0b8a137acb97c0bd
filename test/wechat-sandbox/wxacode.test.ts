import { crc32, inflateSync } from "node:zlib";
import { encode } from "uqr";
import type { StartedSandbox } from "./startedSandbox";
import { startedSandbox, withRid } from "./startedSandbox";

let sandbox: StartedSandbox;
let token: string;
beforeAll(async () => {
  sandbox = await startedSandbox({ pages: ["pages/home/home"] });
  token = await sandbox.token();
});
afterAll(() => sandbox.stop());

const request = (body: object) =>
  fetch(`${sandbox.uri}/wxa/getwxacodeunlimit?access_token=${token}`, {
    method: "POST",
    body: JSON.stringify(body),
  });

/** Chunks of a PNG, each with a correct checksum. */
function chunksOf(png: Buffer): Map<string, Buffer> {
  expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const typed = png.subarray(at + 4, at + 8 + length);
    expect(crc32(typed)).toBe(png.readUInt32BE(at + 8 + length));
    chunks.set(typed.subarray(0, 4).toString(), typed.subarray(4));
    at += 12 + length;
  }
  return chunks;
}

async function picture(body: object): Promise<Map<string, Buffer>> {
  const response = await request(body);
  expect(response.headers.get("content-type")).toMatch(/^image\/png/);
  return chunksOf(Buffer.from(await response.arrayBuffer()));
}

describe("getwxacodeunlimit", () => {
  it("answers a square picture of the wanted width, with dark and light pixels", async () => {
    const chunks = await picture({ scene: "id=7", page: "pages/home/home", width: 300 });
    const header = chunks.get("IHDR") ?? Buffer.alloc(13);
    expect([header.readUInt32BE(0), header.readUInt32BE(4)]).toEqual([300, 300]);
    const rows = inflateSync(chunks.get("IDAT") ?? Buffer.alloc(0));
    expect(rows).toHaveLength(300 * (1 + 38));
    expect(new Set(rows).size).toBeGreaterThan(2);
    expect([...(chunks.get("PLTE") ?? [])]).toEqual([255, 255, 255, 0, 0, 0]);
  });

  it("draws the code that leads to the page with the scene", async () => {
    const { data, size } = encode("wxacode:pages/home/home?scene=id%3D7", { border: 2, ecc: "M" });
    const chunks = await picture({ scene: "id=7", page: "pages/home/home", width: 300 });
    const rows = inflateSync(chunks.get("IDAT") ?? Buffer.alloc(0));
    const scale = Math.floor(300 / size);
    const start = Math.floor((300 - size * scale) / 2) + Math.floor(scale / 2);
    const isDark = (column: number, row: number) => {
      const [x, y] = [start + column * scale, start + row * scale];
      return (((rows[y * 39 + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1;
    };
    expect(data.map((row, y) => row.map((_, x) => isDark(x, y)))).toEqual(data);
  });

  it("draws different scenes differently, at 430 pixels unless told", async () => {
    const [one, two] = [await picture({ scene: "a" }), await picture({ scene: "b" })];
    expect(one.get("IHDR")?.readUInt32BE(0)).toBe(430);
    expect(one.get("IDAT")?.equals(two.get("IDAT") ?? Buffer.alloc(0))).toBe(false);
  });

  it("takes a line colour and a transparent ground", async () => {
    const chunks = await picture({ scene: "a", line_color: { r: 15, g: "95", b: 99 }, is_hyaline: true });
    expect([...(chunks.get("PLTE") ?? [])].slice(3)).toEqual([15, 95, 99]);
    expect([...(chunks.get("tRNS") ?? [])]).toEqual([0, 255]);
  });

  it("lets an unpublished page pass when the path is not to be checked", async () => {
    const response = await request({ scene: "a", page: "pages/new/new", check_path: false });
    expect(response.headers.get("content-type")).toMatch(/^image\/png/);
  });

  it.each([
    [{}, 40169, "invalid length for scene, or the data is not json string"],
    [{ scene: "" }, 40169, "invalid length for scene, or the data is not json string"],
    [{ scene: "x".repeat(33) }, 40169, "invalid length for scene, or the data is not json string"],
    [{ scene: "中文" }, 40169, "invalid length for scene, or the data is not json string"],
    [{ scene: "a%20b" }, 40169, "invalid length for scene, or the data is not json string"],
    [{ scene: "a", page: "pages/gone/gone" }, 41030, "invalid page"],
    [{ scene: "a", page: "/pages/home/home" }, 41030, "invalid page"],
    [{ scene: "a", page: "pages/home/home?x=1" }, 41030, "invalid page"],
    [{ scene: "a", env_version: "beta" }, 40097, "invalid args"],
    [{ scene: "a", width: 279 }, 40097, "invalid args"],
    [{ scene: "a", width: 1281 }, 40097, "invalid args"],
    [{ scene: "a", line_color: { r: 256, g: 0, b: 0 } }, 40097, "invalid args"],
  ])("refuses %j as JSON", async (body, errcode, text) => {
    const response = await request(body);
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    expect(await response.json()).toEqual({ errcode, errmsg: withRid(text) });
  });
});
