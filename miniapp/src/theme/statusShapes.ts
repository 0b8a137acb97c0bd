import { palette } from "./palette";

const stroke = (width: number) =>
  `fill="none" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"`;

/** State marks on a 16 × 16 grid: shape and colour belong together, so that colour is never alone. */
export const statusShapes = {
  waiting: `<circle cx="8" cy="8" r="5.5" stroke="${palette["ink-2"]}" ${stroke(1.8)}/>`,
  forward: `<path d="M3 3.5L7.5 8 3 12.5M8.5 3.5L13 8l-4.5 4.5" stroke="${palette["ink-2"]}" ${stroke(1.9)}/>`,
  doing: `<circle cx="8" cy="8" r="5.5" stroke="${palette.primary}" ${stroke(1.8)}/><path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="${palette.primary}"/>`,
  paused: `<rect x="3" y="2.5" width="3.6" height="11" rx="1" fill="${palette["ink-2"]}"/><rect x="9.4" y="2.5" width="3.6" height="11" rx="1" fill="${palette["ink-2"]}"/>`,
  near: `<path d="M8 2l6.5 11.5h-13z" fill="${palette["amber-ink"]}"/>`,
  over: `<path d="M8 1l7 7-7 7-7-7z" fill="${palette.brick}"/>`,
  done: `<circle cx="8" cy="8" r="7" fill="${palette["moss-ink"]}"/><path d="M4.8 8.3l2.2 2.2 4.2-4.5" stroke="#fff" ${stroke(1.7)}/>`,
  refused: `<circle cx="8" cy="8" r="7" fill="${palette.brick}"/><path d="M5.5 5.5l5 5M10.5 5.5l-5 5" stroke="#fff" ${stroke(1.7)}/>`,
  partly: `<path d="M8 1.5a6.5 6.5 0 1 0 0 13z" fill="${palette["amber-ink"]}"/><path d="M8 1.5a6.5 6.5 0 0 1 0 13" stroke="${palette["amber-ink"]}" ${stroke(1.6)}/>`,
  missing: `<path d="M3 8h10" stroke="${palette["ink-2"]}" ${stroke(2)}/>`,
} as const;

export type StatusShape = keyof typeof statusShapes;
