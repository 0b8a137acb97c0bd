/** Built-in components that keep state of their own and are therefore drawn by a custom element `mp-…`. */
export const STATEFUL_TAGS = [
  "input",
  "textarea",
  "image",
  "switch",
  "picker",
  "picker-view",
  "picker-view-column",
  "checkbox",
  "radio",
  "checkbox-group",
  "radio-group",
  "label",
  "slider",
  "form",
  "rich-text",
  "scroll-view",
  "swiper",
  "swiper-item",
  "navigator",
  "button",
] as const;

/** Built-in components that are boxes to us. */
export const PLAIN_TAGS = [
  "view",
  "text",
  "block",
  "cover-view",
  "cover-image",
  "icon",
  "progress",
  "movable-area",
  "movable-view",
  "match-media",
  "page-container",
  "root-portal",
  "share-element",
  "page-meta",
  "navigation-bar",
  "slot",
  "canvas",
  "video",
  "camera",
  "map",
  "web-view",
  "editor",
  "audio",
  "live-player",
  "live-pusher",
  "ad",
  "official-account",
  "open-data",
  "keyboard-accessory",
  "selection",
  "sticky-header",
  "sticky-section",
  "list-view",
  "grid-view",
  "span",
] as const;

const TAG = new RegExp(`(^|[\\s,>+~(])(page|${STATEFUL_TAGS.join("|")})(?=$|[\\s,>+~.:#\\[)])`, "g");

/** Turns WeChat's tag names in a selector into those of the drawn page: `button.main` → `mp-button.main`. */
export function translateSelector(selector: string): string {
  return selector.replace(TAG, "$1mp-$2");
}
