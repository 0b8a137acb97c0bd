import * as glassEasel from "glass-easel";

/** The little that the view uses of WeChat's component framework, typed narrowly. */

export interface FrameworkElement {
  id: string;
  dataset: Record<string, unknown>;
  _$nodeAttributes?: Record<string, unknown>;
}

export interface FrameworkComponent extends FrameworkElement {
  data: Record<string, unknown>;
  setData(patch: Record<string, unknown>): void;
  hostId?: number;
}

export interface FrameworkEvent {
  type: string;
  timeStamp: number;
  detail: unknown;
  target: FrameworkElement | null;
  currentTarget: FrameworkElement | null;
  mark?: unknown;
}

export interface Definition {
  general(): Definition;
}

export interface DefinitionBuilder {
  options(options: object): DefinitionBuilder;
  template(template: object): DefinitionBuilder;
  usingComponents(components: Record<string, string>): DefinitionBuilder;
  data(initial: () => object): DefinitionBuilder;
  property(name: string, definition: { type: null; value: unknown }): DefinitionBuilder;
  lifetime(name: string, run: (this: FrameworkComponent) => void): DefinitionBuilder;
  methods(
    methods: Record<string, (this: FrameworkComponent, event: FrameworkEvent) => void>,
  ): DefinitionBuilder;
  registerComponent(): Definition;
}

export interface Space {
  define(path: string): DefinitionBuilder;
  setGlobalUsingComponent(tag: string, target: string): void;
}

interface BackendContext {
  onEvent(
    listener: (target: FrameworkElement, type: string, detail: unknown, options: object) => number,
  ): void;
}

interface Framework {
  globalOptions: { throwGlobalError: boolean };
  ComponentSpace: new (base?: undefined, parent?: undefined) => Space;
  CurrentWindowBackendContext: new () => BackendContext;
  Component: {
    createWithContext(tag: string, definition: Definition, context: BackendContext): FrameworkComponent;
  };
  Element: {
    replaceDocumentElement(component: FrameworkComponent, parent: Node, placeholder: Node): void;
    pretendDetached(component: FrameworkComponent): void;
  };
  Event: {
    new (type: string, detail: unknown, options: object): { defaultPrevented(): boolean };
    dispatchEvent(target: FrameworkElement, event: object): void;
  };
  triggerEvent(target: FrameworkElement, type: string, detail: unknown, options: object): void;
  addGlobalWarningListener(listener: (message: string) => boolean | void): void;
}

export const framework = glassEasel as unknown as Framework;

type Drawn = Node & { __wxElement?: FrameworkElement };

/** The framework's element that a drawn node belongs to. */
export function elementOf(node: Node | null): FrameworkElement | undefined {
  for (let place: Drawn | null = node; place; place = place.parentNode)
    if (place.__wxElement) return place.__wxElement;
  return undefined;
}

/** An attribute as the template set it, not turned into text. */
export function attributeOf(node: Element, name: string): unknown {
  const attributes = (node as Drawn).__wxElement?._$nodeAttributes;
  return attributes && name in attributes ? attributes[name] : node.getAttribute(name);
}

/** Reports an event of a built-in component. */
export function fire(
  node: Element,
  type: string,
  detail: unknown,
  options: object = { bubbles: false, composed: false },
): void {
  const element = elementOf(node);
  if (element) framework.triggerEvent(element, type, detail, options);
}

/** WeChat reads an attribute without a value, and any text but "false", as true. */
export function isTrue(value: unknown): boolean {
  return value !== null && value !== undefined && value !== false && value !== "false";
}
