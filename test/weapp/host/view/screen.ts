import { PLAIN_TAGS, STATEFUL_TAGS } from "../builtIns";
import type { ComponentShape, Emit, JsonObject, OpenPage, ViewPackage } from "../protocol";
import { BASE_STYLES } from "./baseStyles";
import { reportingMethods } from "./events";
import type { Definition, DefinitionBuilder, FrameworkComponent } from "./framework";
import { framework } from "./framework";

interface DrawnPage {
  component: FrameworkComponent;
  box: HTMLElement;
  style: HTMLStyleElement;
  scrollY: number;
}

const DRAWN_TAGS = new Set<string>([
  ...PLAIN_TAGS,
  ...STATEFUL_TAGS.map((tag) => `mp-${tag}`),
  "page-body",
  "virtual",
]);

/** Draws pages with WeChat's component framework and reports what happens on them. */
export class Screen {
  private readonly space = new framework.ComponentSpace(undefined, undefined);
  private readonly context = new framework.CurrentWindowBackendContext();
  private readonly definitions = new Map<string, Definition>();
  private readonly pages = new Map<number, DrawnPage>();
  private readonly components = new Map<number, FrameworkComponent>();
  private readonly hostTags = new Set<string>();
  private nextComponent = 1;
  private opening: JsonObject = {};

  constructor(
    private readonly built: ViewPackage,
    /** Compiled templates by path. */
    private readonly templates: Record<string, unknown>,
    private readonly emit: Emit,
  ) {
    for (const tag of STATEFUL_TAGS) this.space.setGlobalUsingComponent(tag, `mp-${tag}`);
    this.context.onEvent((target, type, detail, options) => {
      const event = new framework.Event(type, detail, options);
      framework.Event.dispatchEvent(target, event);
      return event.defaultPrevented() ? 1 : 0;
    });
    addStyle(BASE_STYLES);
    addStyle(built.styles["app"] ?? "");
    this.refuseUnknownTags();
  }

  /** Makes custom components known; they must be defined before the first page that uses them. */
  define(shapes: ComponentShape[]): void {
    for (const shape of shapes) {
      this.definitions.set(shape.path, this.defineComponent(shape));
      if (!shape.virtualHost) for (const tag of this.tagsOf(shape.path)) this.hostTags.add(tag);
    }
  }

  /** Tags under which pages and components use a component: it is drawn as an element of that name. */
  private tagsOf(path: string): string[] {
    return Object.entries(this.built.configs).flatMap(([user, config]) =>
      Object.entries(config.usingComponents ?? {})
        .filter(([, to]) => absolute(user, to) === `/${path}`)
        .map(([tag]) => tag),
    );
  }

  open({ id, path, data }: OpenPage): void {
    const definition = this.definitions.get(path) ?? this.definePage(path);
    this.definitions.set(path, definition);
    this.opening = { ...data, __pageId: id };
    const component = framework.Component.createWithContext("page-body", definition.general(), this.context);
    const box = document.createElement("mp-page");
    box.dataset["page"] = path;
    const placeholder = document.createElement("div");
    box.appendChild(placeholder);
    document.body.appendChild(box);
    framework.Element.replaceDocumentElement(component, box, placeholder);
    this.pages.set(id, { component, box, style: addStyle(this.built.styles[path] ?? ""), scrollY: 0 });
    this.bringToTop(id);
  }

  update(id: number, patch: JsonObject): void {
    this.pages.get(id)?.component.setData(patch);
  }

  component(id: number): FrameworkComponent | undefined {
    return this.components.get(id);
  }

  box(id: number): HTMLElement | undefined {
    return this.pages.get(id)?.box;
  }

  /** Shows one page and hides the others, each with its own style sheet and scroll position. */
  bringToTop(id: number): void {
    for (const [other, page] of this.pages) {
      if (page.box.classList.contains("top")) page.scrollY = window.scrollY;
      page.box.classList.toggle("top", other === id);
      page.style.disabled = other !== id;
      if (page.style.sheet) page.style.sheet.disabled = other !== id;
    }
    scrollPage(this.pages.get(id)?.scrollY ?? 0);
  }

  close(id: number): void {
    const page = this.pages.get(id);
    if (!page) return;
    this.pages.delete(id);
    framework.Element.pretendDetached(page.component);
    page.box.remove();
    page.style.remove();
  }

  private definePage(path: string): Definition {
    return this.builder(path, false)
      .data(() => this.opening)
      .registerComponent();
  }

  private defineComponent(shape: ComponentShape): Definition {
    const { emit, components } = this;
    const next = (): number => this.nextComponent++;
    const builder = this.builder(shape.path, shape.virtualHost);
    for (const [name, value] of Object.entries(shape.properties))
      builder.property(name, { type: null, value });
    builder.data(() => JSON.parse(JSON.stringify(shape.data)) as object);
    builder.lifetime("attached", function () {
      const id = (this.hostId = next());
      components.set(id, this);
      emit({
        kind: "attached",
        component: id,
        path: shape.path,
        data: JSON.parse(JSON.stringify(this.data)) as JsonObject,
      });
    });
    builder.lifetime("detached", function () {
      if (this.hostId === undefined) return;
      components.delete(this.hostId);
      emit({ kind: "detached", component: this.hostId });
    });
    return builder.registerComponent();
  }

  private builder(path: string, virtualHost: boolean): DefinitionBuilder {
    const content = this.templates[path];
    if (!content) throw new Error(`${path}.wxml was not compiled`);
    const using = Object.entries(this.built.configs[path]?.usingComponents ?? {});
    return this.space
      .define(path)
      .options({ virtualHost, writeIdToDOM: true })
      .template({ groupList: this.templates, content, fallbackListenerOnNativeNode: true })
      .usingComponents(Object.fromEntries(using.map(([tag, to]) => [tag, absolute(path, to)])))
      .methods(reportingMethods(path, this.built.handlers, this.emit));
  }

  /** A tag that is neither built in nor a component draws nothing in WeChat: its content would be lost. */
  private refuseUnknownTags(): void {
    const create = document.createElement.bind(document);
    const { emit, hostTags } = this;
    const inTemplate = this.context as unknown as { document: object };
    inTemplate.document = {
      createElement(tag: string) {
        if (!DRAWN_TAGS.has(tag) && !hostTags.has(tag))
          emit({ kind: "fault", message: `the template uses <${tag}>, which is no component` });
        return create(tag);
      },
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    };
  }
}

/** A component's place from the root, as `usingComponents` of `user` names it. */
function absolute(user: string, to: string): string {
  return new URL(to, `mp:/${user}`).pathname;
}

function addStyle(text: string): HTMLStyleElement {
  const style = document.createElement("style");
  style.textContent = text;
  document.head.appendChild(style);
  return style;
}

/** jsdom has no scrolling and says so loudly; a page that fits has nothing to scroll. */
function scrollPage(top: number): void {
  if (window.scrollY !== top) window.scrollTo(0, top);
}
