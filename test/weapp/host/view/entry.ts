import type { Emit, JsonObject, NodeQuery, ViewMessage, ViewPackage } from "../protocol";
import { throughJson } from "../protocol";
import { registerBuiltIns } from "./elements/register";
import type { Button } from "./elements/form";
import { elementOf, framework } from "./framework";
import * as person from "./person";
import { reactionCount } from "./reactions";
import { Screen } from "./screen";

let screen: Screen;

/** WeChat draws nothing for a list that is not there yet, and says nothing. */
const EMPTY_LIST = /for-list data is neither Array nor Object, got type "undefined"/;

function rectangle(node: Element): JsonObject {
  const { left, right, top, bottom, width, height } = node.getBoundingClientRect();
  const dataset = throughJson(elementOf(node)?.dataset ?? {});
  return {
    id: node.id,
    dataset,
    left,
    right,
    top,
    bottom,
    width,
    height,
    scrollTop: node.scrollTop,
    scrollLeft: node.scrollLeft,
  };
}

function answer(box: HTMLElement | undefined, query: NodeQuery): unknown {
  if (query.viewport)
    return { scrollTop: window.scrollY, scrollLeft: 0, width: innerWidth, height: innerHeight };
  const found = [...(box?.querySelectorAll(query.selector ?? "*") ?? [])].map(rectangle);
  return query.all ? found : (found[0] ?? null);
}

/** What the logic side may ask of the view; each takes and gives JSON. */
const commands = {
  define: screenCommand((value: Parameters<Screen["define"]>[0]) => screen.define(value)),
  open: screenCommand((value: Parameters<Screen["open"]>[0]) => screen.open(value)),
  update: screenCommand((value: { id: number; patch: JsonObject }) => screen.update(value.id, value.patch)),
  updateComponent: screenCommand((value: { component: number; patch: JsonObject }) =>
    screen.component(value.component)?.setData(value.patch),
  ),
  triggerFrom: screenCommand(
    (value: { component: number; type: string; detail: unknown; options: JsonObject }) => {
      const component = screen.component(value.component);
      if (component) framework.triggerEvent(component, value.type, value.detail, value.options);
    },
  ),
  bringToTop: screenCommand((value: { id: number }) => screen.bringToTop(value.id)),
  close: screenCommand((value: { id: number }) => screen.close(value.id)),
  query: screenCommand((value: { id: number; queries: NodeQuery[] }) =>
    value.queries.map((query) => answer(screen.box(value.id), query)),
  ),
  scrollTo: screenCommand((value: { id: number; scrollTop?: number; selector?: string }) => {
    const place =
      value.selector === undefined ? undefined : screen.box(value.id)?.querySelector(value.selector);
    if (place) place.scrollIntoView?.();
    else if (window.scrollY !== (value.scrollTop ?? 0)) window.scrollTo(0, value.scrollTop ?? 0);
  }),
};

function screenCommand<Input, Output>(run: (value: Input) => Output): (value: Input) => Output {
  return (value) => run(throughJson(value));
}

/** A disabled button takes the touch and tells no one. */
function swallowTouchesOnDisabledButtons(): void {
  for (const type of ["touchstart", "mousedown", "click"]) {
    window.addEventListener(
      type,
      (event) => {
        const button = event.target instanceof Element ? event.target.closest<Button>("mp-button") : null;
        if (button?.blocked) event.stopImmediatePropagation();
      },
      { capture: true },
    );
  }
}

function boot(
  built: ViewPackage,
  templates: Record<string, unknown>,
  send: (message: ViewMessage) => void,
): void {
  const emit: Emit = (message) => send(throughJson(message));
  framework.globalOptions.throwGlobalError = true;
  framework.addGlobalWarningListener((message) => {
    if (!EMPTY_LIST.test(message)) emit({ kind: "fault", message: `template: ${message}` });
  });
  swallowTouchesOnDisabledButtons();
  registerBuiltIns(emit);
  window.addEventListener("error", (event) => emit({ kind: "fault", message: `view: ${event.message}` }));
  screen = new Screen(built, templates, emit);
}

Object.assign(window, { miniProgramView: { boot, commands, person, reactionCount } });
