import fs from "node:fs";
import path from "node:path";
import { TmplGroup } from "glass-easel-template-compiler";

interface CompilerWarning {
  message: string;
  startLine: number;
}

export interface CompiledTemplates {
  /** A script expression: the compiled templates by path. */
  code: string;
  handlers: string[];
  problems: string[];
}

const BOUND = /(?:bind|catch|capture-bind|capture-catch|mut-bind):?[\w-]+="(\w+)"/g;
const REFERENCE = /<(?:wxs|import|include)\b[^>]*?\ssrc="([^"{]+)"/g;

function missingReferences(file: string, source: string, files: Set<string>): string[] {
  return [...source.matchAll(REFERENCE)]
    .map((match) => match[1] ?? "")
    .map((to) => (to.startsWith("/") ? to.slice(1) : path.posix.join(path.posix.dirname(file), to)))
    .filter((to) => !files.has(to) && !files.has(`${to}.wxml`))
    .map((to) => `${file} refers to ${to}, which does not exist`);
}

/** Compiles every WXML and WXS file with WeChat's own compiler. */
export function compileTemplates(dist: string, files: string[]): CompiledTemplates {
  const known = new Set(files);
  const group = new TmplGroup();
  const handlers = new Set<string>();
  const problems: string[] = [];
  for (const file of files) {
    const ending = path.extname(file);
    if (ending !== ".wxml" && ending !== ".wxs") continue;
    const source = fs.readFileSync(path.join(dist, file), "utf8");
    const name = file.slice(0, -ending.length);
    if (ending === ".wxs") {
      group.addScript(name, source);
      continue;
    }
    for (const warning of group.addTmpl(name, source) as CompilerWarning[]) {
      problems.push(`${file}:${warning.startLine}: ${warning.message}`);
    }
    problems.push(...missingReferences(file, source, known));
    for (const match of source.matchAll(BOUND)) handlers.add(match[1] ?? "");
  }
  const code = `(() => { return ${group.getTmplGenObjectGroups()} })()`;
  group.free();
  return { code, handlers: [...handlers], problems };
}
