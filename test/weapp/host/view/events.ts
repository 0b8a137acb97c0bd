import type { Emit, JsonObject, TemplateEvent } from "../protocol";
import { throughJson } from "../protocol";
import type { FrameworkComponent, FrameworkElement, FrameworkEvent } from "./framework";
import { react } from "./reactions";

const TOUCH = /^(tap|longpress|longtap|touch)/;

function plainTarget(element: FrameworkElement | null): JsonObject {
  return element
    ? { id: element.id || "", dataset: throughJson(element.dataset ?? {}), offsetLeft: 0, offsetTop: 0 }
    : {};
}

function plainEvent(event: FrameworkEvent): TemplateEvent {
  const detail = (event.detail ?? {}) as { x?: number; y?: number };
  const common: TemplateEvent = {
    type: event.type,
    timeStamp: event.timeStamp,
    target: plainTarget(event.target),
    currentTarget: plainTarget(event.currentTarget),
    mark: throughJson(event.mark),
    detail: throughJson(detail),
  };
  if (!TOUCH.test(event.type)) return common;
  const { x = 0, y = 0 } = detail;
  const touch = [{ identifier: 0, pageX: x, pageY: y, clientX: x, clientY: y }];
  return { ...common, touches: event.type === "tap" ? [] : touch, changedTouches: touch };
}

/** One method per handler name that a template may bind; each only reports to the logic side. */
export function reportingMethods(
  path: string,
  handlers: string[],
  emit: Emit,
): Record<string, (this: FrameworkComponent, event: FrameworkEvent) => void> {
  const report = (handler: string) =>
    function (this: FrameworkComponent, event: FrameworkEvent): void {
      react();
      const page = this.data["__pageId"] as number | undefined;
      emit({ kind: "event", page, component: this.hostId, path, handler, event: plainEvent(event) });
    };
  return Object.fromEntries(handlers.map((handler) => [handler, report(handler)]));
}
