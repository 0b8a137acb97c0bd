/** The JSON messages between the two layers. Nothing else crosses: no function, no live object. */

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
export type JsonObject = Record<string, unknown>;

/** What the view needs of a built mini-program. */
export interface ViewPackage {
  /** Every handler name that a template binds. */
  handlers: string[];
  /** Style sheets by path, already translated to CSS. */
  styles: Record<string, string>;
  /** `*.json` beside pages and components, by path. */
  configs: Record<string, PageConfig>;
}

export interface PageConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
}

/** A custom component as its script declared it, reduced to what rendering needs. */
export interface ComponentShape {
  path: string;
  properties: Record<string, JsonValue>;
  data: JsonObject;
  virtualHost: boolean;
}

export interface OpenPage {
  id: number;
  path: string;
  data: JsonObject;
}

/** One condition of a selector query. */
export interface NodeQuery {
  selector?: string;
  all?: boolean;
  viewport?: boolean;
}

/** logic → view. */
export interface ViewCommands {
  define(shapes: ComponentShape[]): Promise<void>;
  open(page: OpenPage): Promise<void>;
  update(change: { id: number; patch: JsonObject }): Promise<void>;
  updateComponent(change: { component: number; patch: JsonObject }): Promise<void>;
  triggerFrom(event: {
    component: number;
    type: string;
    detail: unknown;
    options: JsonObject;
  }): Promise<void>;
  bringToTop(page: { id: number }): Promise<void>;
  close(page: { id: number }): Promise<void>;
  query(question: { id: number; queries: NodeQuery[] }): Promise<unknown[]>;
  scrollTo(position: { id: number; scrollTop?: number; selector?: string }): Promise<void>;
}

export interface TemplateEvent {
  type: string;
  timeStamp: number;
  target: JsonObject;
  currentTarget: JsonObject;
  detail: unknown;
  mark?: unknown;
  touches?: unknown;
  changedTouches?: unknown;
}

/** view → logic. */
export type ViewMessage =
  | { kind: "event"; page?: number; component?: number; path: string; handler: string; event: TemplateEvent }
  | { kind: "navigate"; type: string; url: string; delta: number }
  | { kind: "attached"; component: number; path: string; data: JsonObject }
  | { kind: "detached"; component: number }
  | { kind: "fault"; message: string };

export type Emit = (message: ViewMessage) => void;

/** Where a person's finger goes: by selector, or by what can be read on the screen. */
export interface Target {
  selector?: string;
  /** Exact visible text, `aria-label` or placeholder. */
  text?: string;
  /** Only inside the element with this selector. */
  within?: string;
  /** The text need only occur in what is read. */
  partial?: boolean;
  /** Which one, counted from 0, when several read alike. */
  nth?: number;
}

/** A copy that has been through JSON, as everything that crosses between the layers is. */
export function throughJson<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}
