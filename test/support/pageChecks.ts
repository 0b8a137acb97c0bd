import { readFileSync } from "node:fs";
import type axe from "axe-core";
import type { Page } from "playwright-core";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const GRAVE = new Set(["serious", "critical"]);

/** Accessibility findings that keep somebody from using the page, each with the first element it is about. */
export async function graveFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate<axe.AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
  return results.violations
    .filter(({ impact }) => GRAVE.has(impact ?? ""))
    .map(({ id, nodes }) => `${id} ×${nodes.length}: ${nodes[0]?.html.slice(0, 160)}`);
}

/** Visible elements that reach beyond the window's right edge and do not lie in something that scrolls or cuts. */
const BEYOND = `[...document.querySelectorAll("body *")]
  .filter((node) => {
    const { right, width, height } = node.getBoundingClientRect();
    if (width === 0 || height === 0 || right <= window.innerWidth + 1) return false;
    for (let up = node.parentElement; up; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== "visible") return false;
    return true;
  })
  .slice(0, 3)
  .map((node) => node.outerHTML.slice(0, 120))`;

/** What makes the page wider than its window. */
export async function overflowing(page: Page): Promise<string[]> {
  const wider = await page.evaluate<number>("document.scrollingElement.scrollWidth - window.innerWidth");
  const beyond = await page.evaluate<string[]>(BEYOND);
  return wider > 0 ? [`${wider} px wider than the window`, ...beyond] : beyond;
}
