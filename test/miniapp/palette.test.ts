import { readFileSync } from "node:fs";
import { palette, type Colour } from "../../miniapp/src/theme/palette";

const scss = readFileSync("miniapp/src/theme/tokens.scss", "utf8");
const standard = scss.slice(0, scss.indexOf("\n.mode-large {"));

test.each(Object.keys(palette) as Colour[])("%s has the value of its token", (name) => {
  expect(standard).toMatch(new RegExp(`--${name}:\\s*${palette[name]};`));
});

/** Relative luminance of `#rrggbb` (WCAG 2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT_ON_GROUND: [Colour, Colour][] = [
  ["ink", "paper"],
  ["ink-2", "paper"],
  ["primary", "card"],
  ["primary", "primary-soft"],
  ["on-primary", "primary"],
  ["on-primary-2", "primary"],
  ["amber-ink", "amber-soft"],
  ["brick", "brick-soft"],
  ["moss-ink", "moss-soft"],
];

test.each(TEXT_ON_GROUND)("%s is readable on %s (at least 4.5 to 1)", (text, ground) => {
  expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
});
