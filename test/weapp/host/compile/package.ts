import fs from "node:fs";
import path from "node:path";
import type { PageConfig, ViewPackage } from "../protocol";
import { translateStyles } from "./styles";
import { compileTemplates } from "./templates";

export interface AppConfig {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  tabBar?: { custom?: boolean; list: { pagePath: string; text: string }[] };
  window?: Record<string, unknown>;
  lazyCodeLoading?: string;
}

/** A built mini-program, read from its folder. */
export interface BuiltPackage {
  dist: string;
  app: AppConfig;
  /** All page routes, those of subpackages included. */
  pages: string[];
  /** A script expression: the compiled templates by path. */
  templates: string;
  view: ViewPackage;
  /** Everything WeChat's tools would refuse or warn about. */
  problems: string[];
}

function listFiles(folder: string, base = folder): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    return entry.isDirectory()
      ? listFiles(full, base)
      : [path.relative(base, full).split(path.sep).join("/")];
  });
}

function readConfigs(dist: string, files: string[], problems: string[]): Record<string, PageConfig> {
  const configs: Record<string, PageConfig> = {};
  for (const file of files.filter((name) => name.endsWith(".json"))) {
    try {
      configs[file.slice(0, -".json".length)] = JSON.parse(
        fs.readFileSync(path.join(dist, file), "utf8"),
      ) as PageConfig;
    } catch (error) {
      problems.push(`${file}: ${String(error)}`);
    }
  }
  return configs;
}

function pageProblems(pages: string[], files: Set<string>, configs: Record<string, PageConfig>): string[] {
  const listed = new Set(pages);
  const missing = pages.flatMap((page) =>
    [".js", ".wxml"]
      .filter((ending) => !files.has(page + ending))
      .map((ending) => `app.json lists ${page}, but ${page}${ending} does not exist`),
  );
  const unlisted = Object.entries(configs)
    .filter(([name, config]) => name !== "app" && !config.component && !listed.has(name))
    .filter(([name]) => files.has(`${name}.js`) && files.has(`${name}.wxml`))
    .map(([name]) => `${name} is a page, but app.json does not list it`);
  return [...missing, ...unlisted];
}

/** Resolves a component's place as WeChat does: from the root, or relative to the page that uses it. */
export function componentPath(user: string, reference: string): string {
  return reference.startsWith("/")
    ? reference.slice(1)
    : path.posix.normalize(path.posix.join(path.posix.dirname(user), reference));
}

function componentProblems(files: Set<string>, configs: Record<string, PageConfig>): string[] {
  return Object.entries(configs).flatMap(([user, config]) =>
    Object.entries(config.usingComponents ?? {})
      .filter(([, reference]) => !reference.startsWith("plugin://"))
      .map(([tag, reference]) => ({ tag, at: componentPath(user, reference) }))
      .filter(({ at }) => !files.has(`${at}.wxml`) || !files.has(`${at}.js`) || !configs[at]?.component)
      .map(({ tag, at }) => `${user}.json uses <${tag}> from ${at}, which is not a component`),
  );
}

/** WeChat looks for this component as soon as the tab bar is said to be custom. */
const CUSTOM_TAB_BAR = "custom-tab-bar/index";

function tabBarProblems(app: AppConfig, configs: Record<string, PageConfig>): string[] {
  const unlisted = (app.tabBar?.list ?? [])
    .filter(({ pagePath }) => !app.pages.includes(pagePath))
    .map(({ pagePath }) => `the tab ${pagePath} is not a page of the main package`);
  const missing = app.tabBar?.custom && !configs[CUSTOM_TAB_BAR]?.component;
  return missing ? [...unlisted, `the tab bar is custom, but ${CUSTOM_TAB_BAR} is no component`] : unlisted;
}

/** Reads and compiles `dist`. Throws when there is no `app.json`; lesser faults become `problems`. */
export function readPackage(dist: string): BuiltPackage {
  const files = listFiles(dist).filter((name) => !name.endsWith(".map"));
  const known = new Set(files);
  if (!known.has("app.json") || !known.has("app.js")) throw new Error(`no built mini-program in ${dist}`);
  const problems: string[] = [];
  const configs = readConfigs(dist, files, problems);
  const app = configs["app"] as unknown as AppConfig;
  if (!Array.isArray(app?.pages)) throw new Error("app.json lists no pages");
  const subpackages = app.subPackages ?? app.subpackages ?? [];
  const pages = [
    ...app.pages,
    ...subpackages.flatMap((sub) => sub.pages.map((page) => path.posix.join(sub.root, page))),
  ];
  const templates = compileTemplates(dist, files);
  problems.push(
    ...pageProblems(pages, known, configs),
    ...componentProblems(known, configs),
    ...tabBarProblems(app, configs),
    ...templates.problems,
  );
  const view = {
    handlers: templates.handlers,
    styles: translateStyles(dist, files),
    configs,
  };
  return { dist, app, pages, templates: templates.code, view, problems };
}
