import fs from "node:fs";
import path from "node:path";
import { componentPath } from "../compile/package";
import type { BuiltPackage } from "../compile/package";
import type { ComponentDefinition } from "./components";
import type { PageDefinition } from "./pageInstance";
import type { Realm } from "./realm";

/** Loads the package's scripts and keeps what they register with `App`, `Page` and `Component`. */
export class Scripts {
  readonly pages = new Map<string, PageDefinition>();
  readonly components = new Map<string, ComponentDefinition>();
  app: Record<string, unknown> = {};
  private readonly modules = new Map<string, { exports: unknown }>();
  private current = "";
  private realm: Realm | undefined;

  constructor(private readonly built: BuiltPackage) {}

  /** The registering functions that scripts find in their global scope. */
  readonly globals = {
    App: (definition: Record<string, unknown>) => void (this.app = definition),
    Page: (definition: PageDefinition) => void this.pages.set(this.current, definition),
    Component: (definition: ComponentDefinition) => {
      this.components.set(this.current, definition);
      if (!this.built.pages.includes(this.current)) return;
      this.pages.set(this.current, { ...definition.methods, ...definition.lifetimes, data: definition.data });
    },
    Behavior: (definition: unknown) => definition,
    getApp: () => this.app,
    requirePlugin: () => {
      throw new Error("plugins are not available");
    },
  };

  /** Runs `app.js`, and unless the package asks for loading on demand, every page of the main package. */
  start(realm: Realm): void {
    this.realm = realm;
    this.load("app.js");
    if (this.built.app.lazyCodeLoading !== "requiredComponents")
      for (const page of this.built.app.pages) this.loadPage(page);
  }

  /** Runs the scripts of a page and of the components it uses, unless they have run. Returns its definition. */
  loadPage(route: string): PageDefinition {
    for (const component of this.usedBy(route)) this.load(`${component}.js`);
    this.load(`${route}.js`);
    const definition = this.pages.get(route);
    if (!definition) throw new Error(`${route}.js registers no page`);
    return definition;
  }

  /** Paths of the components that a page uses, directly or through others. */
  usedBy(user: string, seen: Set<string> = new Set()): Set<string> {
    const using = [this.built.view.configs["app"], this.built.view.configs[user]].flatMap((config) =>
      Object.values(config?.usingComponents ?? {}),
    );
    for (const component of using.map((reference) => componentPath(user, reference))) {
      if (seen.has(component) || !fs.existsSync(path.join(this.built.dist, `${component}.js`))) continue;
      seen.add(component);
      this.usedBy(component, seen);
    }
    return seen;
  }

  private load(name: string): unknown {
    const file = name.endsWith(".js") ? name : `${name}.js`;
    const known = this.modules.get(file);
    if (known) return known.exports;
    if (!this.realm) throw new Error("scripts were not started");
    const loaded: { exports: unknown } = { exports: {} };
    this.modules.set(file, loaded);
    const outer = this.current;
    this.current = file.slice(0, -".js".length);
    try {
      const full = path.join(this.built.dist, file);
      const run = this.realm.compile(fs.readFileSync(full, "utf8"), full);
      const require = (wanted: string): unknown =>
        this.load(path.posix.join(path.posix.dirname(file), wanted));
      run.call(loaded.exports, require, loaded, loaded.exports);
    } finally {
      this.current = outer;
    }
    return loaded.exports;
  }
}
