/** Colours as plain values, for the places where no CSS variable reaches: icon and QR images. Same names and values as `tokens.scss`. */
export const palette = {
  paper: "#f7f5f0",
  card: "#ffffff",
  ink: "#1d2529",
  "ink-2": "#55626a",
  "ink-3": "#7d8a91",
  line: "#e6e2d9",
  primary: "#0f5f63",
  "primary-strong": "#0a484b",
  "primary-soft": "#e3efee",
  "on-primary": "#ffffff",
  "on-primary-2": "#cfe1e0",
  amber: "#b87514",
  "amber-ink": "#8a5408",
  "amber-soft": "#fbf0dc",
  brick: "#b5402c",
  "brick-soft": "#f9e5e0",
  moss: "#3f7d4e",
  "moss-ink": "#2c6039",
  "moss-soft": "#e4f0e6",
  sky: "#2b6ca3",
  "sky-soft": "#e3eef7",
} as const;

export type Colour = keyof typeof palette;
