import { encode } from "uqr";
import type { CodeRequest } from "./codeRequest";
import { writePng } from "./png";

/**
 * The picture of a mini-program code. WeChat draws its own round code, which only WeChat reads; here it is a
 * QR code of `wxacode:PAGE?scene=SCENE`, so that any scanner can show where it leads.
 */
export function drawCode(request: CodeRequest): Buffer {
  const target = `wxacode:${request.page}?scene=${encodeURIComponent(request.scene)}`;
  const { data, size } = encode(target, { border: 2, ecc: "M" });
  const scale = Math.floor(request.width / size);
  const margin = Math.floor((request.width - size * scale) / 2);
  const cell = (at: number) => Math.floor((at - margin) / scale);
  const isDark = (x: number, y: number) => data[cell(y)]?.[cell(x)] ?? false;
  return writePng(request.width, isDark, request.color, request.transparent);
}
