const cache = new Map<string, string>();

/**
 * CSS declaration that paints an SVG as a background. A background is used because WeChat draws it in the web view,
 * while data URIs inside its `<image>` depend on the device.
 */
export function svgBackground(
  shape: string,
  options: { box: number; colour?: string; width?: number },
): string {
  const key = `${options.colour ?? ""}|${options.width ?? ""}|${shape}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const pen =
    options.colour === undefined
      ? ""
      : ` fill="none" stroke="${options.colour}" stroke-width="${options.width ?? 1.7}" stroke-linecap="round" stroke-linejoin="round"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${options.box} ${options.box}"${pen}>${shape}</svg>`;
  const style = `background-image:url("data:image/svg+xml,${escapeForUrl(svg)}")`;
  cache.set(key, style);
  return style;
}

/** Escapes only what a quoted `url()` cannot hold: shorter than escaping everything, and it travels in setData. */
function escapeForUrl(svg: string): string {
  return svg.replace(/"/g, "'").replace(/#/g, "%23").replace(/</g, "%3C").replace(/>/g, "%3E");
}
