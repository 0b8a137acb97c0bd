/** How WeChat draws what no style sheet speaks of, near enough for layout and pictures. */
export const BASE_STYLES = `
:root { --rpx: calc(100vw / 750); }
html, body { margin: 0; }
body { font: 16px/1.4 -apple-system, "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; overflow-wrap: break-word; }
mp-page { display: none; min-height: 100vh; box-sizing: border-box; position: relative; }
mp-page.top { display: block; }
page-body, view, cover-view, mp-scroll-view, mp-swiper, mp-swiper-item, mp-form, mp-picker, mp-picker-view,
mp-rich-text, mp-checkbox-group, mp-radio-group, mp-navigator, movable-area, movable-view { display: block; }
mp-scroll-view { overflow: auto; }
text, mp-label { display: inline; }
text { white-space: pre-line; }
mp-checkbox, mp-radio { display: inline-block; min-width: 20px; min-height: 20px; border: 1px solid #d1d1d1; vertical-align: middle; }
mp-radio { border-radius: 50%; }
mp-checkbox[aria-checked=true], mp-radio[aria-checked=true] { background: #07c160; }
mp-button { display: block; position: relative; box-sizing: border-box; margin: 0 auto; padding: 0 14px; text-align: center;
  line-height: 2.55555556; font-size: 18px; border-radius: 5px; background: #f8f8f8; color: #000; overflow: hidden; }
mp-button::after { content: ""; position: absolute; inset: 0; border: 1px solid rgba(0,0,0,.2); border-radius: inherit;
  box-sizing: border-box; pointer-events: none; }
mp-button[type=primary] { background: #07c160; color: #fff; }
mp-button[size=mini] { display: inline-block; font-size: 13px; line-height: 2.3; }
mp-image { display: inline-block; width: 320px; height: 240px; overflow: hidden; }
mp-image > img { width: 100%; height: 100%; display: block; }
mp-input, mp-textarea { display: block; }
mp-input { min-height: 1.4em; }
mp-textarea { width: 300px; height: 150px; }
mp-input > input, mp-textarea > textarea { font: inherit; color: inherit; text-align: inherit; line-height: inherit; border: 0;
  outline: 0; margin: 0; padding: 0; width: 100%; height: 100%; box-sizing: border-box; background: transparent; resize: none; }
mp-switch { display: inline-block; width: 52px; height: 32px; border-radius: 16px; background: #ccc; vertical-align: middle; }
mp-switch[aria-checked=true] { background: #07c160; }
`;
