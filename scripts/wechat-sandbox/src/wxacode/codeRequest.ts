import { WeChatError } from "../errors";
import type { Rgb } from "./png";

/** A checked body of `getwxacodeunlimit`. */
export interface CodeRequest {
  scene: string;
  /** Without a page the code opens the first page of the mini-program. */
  page: string;
  envVersion: string;
  /** Side in pixels. */
  width: number;
  color: Rgb;
  transparent: boolean;
}

const SCENE = /^[A-Za-z0-9!#$&'()*+,/:;=?@\-._~]{1,32}$/;
const PAGE = /^[\w-]+(\/[\w-]+)*$/;
const ENVIRONMENTS = ["release", "trial", "develop"];
const NARROWEST = 280;
const WIDEST = 1280;
const USUAL_WIDTH = 430;
const BLACK: Rgb = { r: 0, g: 0, b: 0 };

function checkedPage(body: Record<string, unknown>, released: readonly string[] | undefined): string {
  const page = body.page ?? "";
  if (page === "") return "";
  const mustExist = body.check_path !== false;
  if (typeof page !== "string" || !PAGE.test(page)) throw new WeChatError(mustExist ? 41030 : 40097);
  if (mustExist && released && !released.includes(page)) throw new WeChatError(41030);
  return page;
}

function checkedWidth(width: unknown): number {
  if (width === undefined) return USUAL_WIDTH;
  if (typeof width !== "number" || !Number.isInteger(width) || width < NARROWEST || width > WIDEST) {
    throw new WeChatError(40097);
  }
  return width;
}

function colorPart(value: unknown): number {
  const part = Number(value);
  if (!Number.isInteger(part) || part < 0 || part > 255) throw new WeChatError(40097);
  return part;
}

function checkedColor(body: Record<string, unknown>): Rgb {
  const color = body.line_color;
  if (color === undefined || body.auto_color === true) return BLACK;
  if (typeof color !== "object" || color === null) throw new WeChatError(40097);
  const parts: Record<string, unknown> = { ...color };
  return { r: colorPart(parts.r), g: colorPart(parts.g), b: colorPart(parts.b) };
}

/**
 * @param released pages of the released mini-program, when they are known
 * @throws WeChatError 40169 scene, 41030 page, 40097 anything else
 */
export function parseCodeRequest(
  body: Record<string, unknown>,
  released: readonly string[] | undefined,
): CodeRequest {
  const { scene } = body;
  if (typeof scene !== "string" || !SCENE.test(scene)) throw new WeChatError(40169);
  const envVersion = body.env_version ?? "release";
  if (typeof envVersion !== "string" || !ENVIRONMENTS.includes(envVersion)) throw new WeChatError(40097);
  return {
    scene,
    page: checkedPage(body, released),
    envVersion,
    width: checkedWidth(body.width),
    color: checkedColor(body),
    transparent: body.is_hyaline === true,
  };
}
