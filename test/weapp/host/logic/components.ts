import type {
  ComponentShape,
  JsonObject,
  JsonValue,
  TemplateEvent,
  ViewCommands,
  ViewMessage,
} from "../protocol";
import { throughJson } from "../protocol";
import { setAtPath } from "./dataPath";
import type { Faults } from "./faults";
import type { Method } from "./pageInstance";

export interface ComponentDefinition {
  properties?: Record<string, unknown>;
  data?: JsonObject;
  methods?: Record<string, Method>;
  lifetimes?: Record<string, Method>;
  attached?: Method;
  detached?: Method;
  options?: { virtualHost?: boolean };
}

interface Parts {
  view: ViewCommands;
  faults: Faults;
  adopt: (value: unknown) => unknown;
  currentPage: () => number;
}

const DEFAULTS = new Map<unknown, JsonValue>([
  ["String", ""],
  ["Number", 0],
  ["Boolean", false],
  ["Array", []],
  ["Object", null],
]);

function initialValue(property: unknown): JsonValue {
  const described =
    typeof property === "object" && property !== null
      ? (property as { type?: unknown; value?: JsonValue })
      : { type: property };
  if (described.value !== undefined) return throughJson(described.value);
  const name = typeof described.type === "function" ? described.type.name : undefined;
  return DEFAULTS.get(name) ?? null;
}

/** Reduces a component's declaration to what the view needs to draw it. */
export function shapeOf(path: string, definition: ComponentDefinition): ComponentShape {
  const properties = Object.entries(definition.properties ?? {}).map(
    ([name, property]): [string, JsonValue] => [name, initialValue(property)],
  );
  return {
    path,
    properties: Object.fromEntries(properties),
    data: throughJson(definition.data ?? {}),
    virtualHost: definition.options?.virtualHost ?? false,
  };
}

/** The logic side of every component instance that the view has attached. */
export class Components {
  private readonly live = new Map<
    number,
    { object: Record<string, unknown>; definition: ComponentDefinition }
  >();

  constructor(private readonly parts: Parts) {}

  attach(
    message: Extract<ViewMessage, { kind: "attached" }>,
    definition: ComponentDefinition | undefined,
  ): void {
    if (!definition) {
      this.parts.faults.record(new Error(`${message.path} was drawn, but no script declares it`));
      return;
    }
    const object = this.instance(message, definition);
    this.live.set(message.component, { object, definition });
    const attached = definition.lifetimes?.["attached"] ?? definition.attached;
    this.parts.faults.guard(() => attached?.call(object));
  }

  detach(component: number): void {
    const known = this.live.get(component);
    this.live.delete(component);
    const detached = known?.definition.lifetimes?.["detached"] ?? known?.definition.detached;
    this.parts.faults.guard(() => detached?.call(known?.object));
  }

  handle(component: number, handler: string, event: TemplateEvent, path: string): void {
    const known = this.live.get(component);
    const method = known?.definition.methods?.[handler];
    if (!known || !method) {
      this.parts.faults.record(new Error(`${path} has no handler "${handler}"`));
      return;
    }
    this.parts.faults.guard(() => method.call(known.object, this.parts.adopt(event)));
  }

  private instance(
    message: Extract<ViewMessage, { kind: "attached" }>,
    definition: ComponentDefinition,
  ): Record<string, unknown> {
    const { view, faults, adopt } = this.parts;
    const data = adopt(message.data) as JsonObject;
    const object: Record<string, unknown> = {
      ...definition.methods,
      is: message.path,
      data,
      properties: data,
      props: data,
      getPageId: this.parts.currentPage,
      setData: (patch: JsonObject, done?: () => void) => {
        const plain = throughJson(patch);
        for (const [place, value] of Object.entries(plain)) setAtPath(data, place, adopt(value));
        view.updateComponent({ component: message.component, patch: plain }).then(
          () => faults.guard(() => done?.call(object)),
          (cause: unknown) => faults.record(cause),
        );
      },
      triggerEvent: (type: string, detail: unknown = {}, options: JsonObject = {}) => {
        const event = {
          component: message.component,
          type,
          detail: throughJson(detail),
          options: throughJson(options),
        };
        view.triggerFrom(event).catch((cause: unknown) => faults.record(cause));
      },
    };
    return object;
  }
}
