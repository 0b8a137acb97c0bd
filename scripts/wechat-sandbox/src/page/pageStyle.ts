const tokens = `
:root {
  --paper: #f7f5f0; --card: #fff; --ink: #1d2529; --ink-2: #55626a; --line: #e6e2d9;
  --primary: #0f5f63; --primary-strong: #0a484b; --primary-soft: #e3efee; --on-primary: #fff;
  --amber-soft: #fbf0dc; --amber-ink: #8a5408; --brick: #b5402c; --brick-soft: #f9e5e0;
  --moss-soft: #e4f0e6; --moss-ink: #2c6039;
  --r-s: 8px; --r-m: 14px; --r-l: 22px;
  --shadow: 0 1px 2px rgb(29 37 41 / 6%), 0 4px 16px rgb(29 37 41 / 5%);
  --font: -apple-system, "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
}`;

const ground = `
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 var(--font); }
h1, h2, h3, p, ul, dl, dd { margin: 0; padding: 0; }
ul { list-style: none; }
small { color: var(--ink-2); font-size: 13px; }
b { font-weight: 600; }
button, select, input { font: inherit; color: inherit; }
:focus-visible { outline: 3px solid var(--primary); outline-offset: 2px; }
button { min-height: 40px; padding: 0 14px; border: 0; border-radius: var(--r-s); background: var(--primary); color: var(--on-primary); cursor: pointer; }
button:hover { background: var(--primary-strong); }
button.quiet { background: transparent; color: var(--ink-2); box-shadow: inset 0 0 0 1px var(--line); }
button.quiet:hover { background: var(--paper); }
.wide { width: 100%; min-height: 44px; }
.top { display: flex; align-items: center; justify-content: space-between; gap: 16px; padding: 24px 32px 16px; max-width: 1440px; margin: auto; }
.top h1 { font-size: 21px; } .top p { color: var(--ink-2); }
.product { flex: none; padding: 10px 18px; border-radius: 99px; background: var(--primary); color: var(--on-primary); text-decoration: none; }
main { display: grid; grid-template-columns: 264px minmax(360px, 1fr) 400px; gap: 24px; padding: 0 32px 48px; max-width: 1440px; margin: auto; align-items: start; }
`;

const people = `
.group + .group { margin-top: 16px; }
.group h2 { padding: 0 12px 4px; font-size: 13px; font-weight: 500; color: var(--ink-2); }
.persona { display: flex; align-items: center; gap: 12px; min-height: 48px; padding: 6px 12px; border-radius: var(--r-m); color: inherit; text-decoration: none; }
.persona:hover { background: rgb(15 95 99 / 6%); }
.persona[aria-current] { background: var(--card); box-shadow: var(--shadow); }
.avatar { flex: none; display: grid; place-items: center; width: 34px; height: 34px; border-radius: 10px; background: var(--primary-soft); color: var(--primary-strong); font-weight: 600; }
.persona[aria-current] .avatar { background: var(--primary); color: var(--on-primary); }
.who { flex: 1; min-width: 0; line-height: 1.3; } .who b, .who small { display: block; }
.who small { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.count { flex: none; min-width: 22px; padding: 0 7px; border-radius: 99px; background: var(--brick); color: #fff; font-size: 12px; line-height: 22px; text-align: center; }
`;

const notices = `
.phone { width: 100%; max-width: 520px; margin: 0 auto; border-radius: var(--r-l); background: #ececec; box-shadow: var(--shadow); overflow: hidden; }
.phone > header { padding: 12px 16px; text-align: center; background: #f4f4f4; border-bottom: 1px solid #ddd; }
.phone > header small { display: block; }
.notices { display: grid; gap: 14px; align-content: start; min-height: 420px; padding: 16px; }
.notice { padding: 14px 16px 0; border-radius: var(--r-m); background: var(--card); }
.sender { display: flex; align-items: center; gap: 8px; font-size: 13px; color: var(--ink-2); }
.sender time { margin-left: auto; }
.logo { display: grid; place-items: center; width: 22px; height: 22px; border-radius: 50%; background: var(--primary); color: var(--on-primary); font-size: 12px; }
.notice h3 { margin: 10px 0 12px; font-size: 17px; }
.notice dl { display: grid; grid-template-columns: max-content 1fr; gap: 6px 16px; padding-bottom: 14px; }
dt { color: var(--ink-2); } dd { overflow-wrap: anywhere; }
.jump { display: flex; justify-content: space-between; padding: 11px 0; border-top: 1px solid var(--line); font-size: 13px; color: var(--ink-2); }
.jump::after { content: "›"; font-size: 18px; line-height: 1; }
.empty { align-self: center; padding: 64px 24px; text-align: center; }
.empty p { margin: 16px 0 6px; font-size: 17px; }
.bell { width: 64px; padding: 16px; border-radius: 50%; background: var(--primary-soft); fill: none; stroke: var(--primary); stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
`;

const panels = `
.side { display: grid; gap: 20px; }
.panel { padding: 18px 20px; border-radius: var(--r-l); background: var(--card); box-shadow: var(--shadow); }
.panel h2 { margin-bottom: 10px; font-size: 17px; }
.switch, .consents li, .faults li { display: flex; align-items: center; gap: 10px; padding: 10px 0; border-top: 1px solid var(--line); }
.switch { border-top: 0; padding-top: 0; cursor: pointer; } .switch span { flex: 1; } .switch small { display: block; }
.switch input { appearance: none; flex: none; width: 50px; height: 30px; margin: 0; border-radius: 99px; background: #c9c5bb; cursor: pointer; transition: background 0.2s; }
.switch input::before { content: ""; display: block; width: 26px; height: 26px; margin: 2px; border-radius: 50%; background: #fff; transition: translate 0.2s; }
.switch input:checked { background: var(--primary); } .switch input:checked::before { translate: 20px 0; }
.what { flex: 1; min-width: 0; line-height: 1.35; } .what b, .what small { display: block; }
.state { flex: none; padding: 2px 9px; border-radius: 99px; font-size: 12px; background: var(--paper); color: var(--ink-2); }
.state.yes { background: var(--moss-soft); color: var(--moss-ink); } .state.no { background: var(--brick-soft); color: var(--brick); }
.acts { flex: none; display: flex; gap: 6px; } .acts button { padding: 0 11px; font-size: 13px; }
.acts button:not(.quiet) { background: var(--primary-soft); color: var(--primary-strong); } .acts button:not(.quiet):hover { background: #d2e5e3; }
.calm { margin-bottom: 12px; color: var(--ink-2); }
.faults { margin-bottom: 8px; } .faults + button { margin-bottom: 14px; }
form { display: grid; grid-template-columns: 1fr 1fr; gap: 10px 12px; padding-top: 12px; border-top: 1px solid var(--line); }
form label { display: grid; gap: 4px; font-size: 13px; color: var(--ink-2); }
form label:nth-child(3) { grid-column: 1; } form button { grid-column: 2; align-self: end; }
select, input[type="number"] { width: 100%; height: 44px; padding: 0 10px; border: 1px solid var(--line); border-radius: var(--r-s); background: var(--card); color: var(--ink); font-size: 15px; }
.hint { grid-column: 1 / -1; font-size: 13px; color: var(--brick); } .hint:empty { display: none; }
.account { display: grid; grid-template-columns: max-content 1fr; gap: 8px 16px; } code { font-size: 14px; }
.toast { position: fixed; left: 50%; bottom: 24px; translate: -50% 0; padding: 12px 20px; border-radius: var(--r-m); background: var(--ink); color: #fff; }
`;

const narrow = `
@media (max-width: 1180px) {
  main { grid-template-columns: 240px 1fr; } .side { grid-column: 2; }
}
@media (max-width: 760px) {
  .top { padding: 16px; } .product { padding: 10px 14px; }
  main { display: block; padding: 0 0 32px; }
  nav { display: flex; gap: 16px; padding: 0 16px 12px; overflow-x: auto; }
  .group + .group { margin: 0; } .group h2 { position: sticky; left: 4px; width: max-content; padding: 0 4px 4px; }
  .members { display: flex; gap: 8px; } .persona { flex: none; width: 188px; background: rgb(255 255 255 / 60%); }
  .phone { width: auto; max-width: none; margin: 0 16px 20px; } .notices { min-height: 200px; } .empty { padding: 28px 16px; }
  .side { padding: 0 16px; } button { min-height: 44px; } .panel { padding: 16px; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
`;

/** The look of the product (its theme tokens), in the form that this one page needs. */
export const pageStyle = [tokens, ground, people, notices, panels, narrow].join("");
