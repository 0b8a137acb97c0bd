import { Timestamp } from "bson";
import { MongoError } from "../errors";
import { entryOf, isDoc, setField } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import type { ExpressionCompiler } from "../query/context";
import { pathFrom } from "./fieldPath";
import { OPERATORS } from "./operators";
import { Scope, checkVariableName } from "./scope";
import type { Expression, Frame } from "./scope";

/** Stands for `$$REMOVE`: a missing value. */
const removed: Expression = () => undefined;

function systemVariable(name: string, scope: Scope): Expression | undefined {
  const { now } = scope.frame;
  switch (name) {
    case "ROOT":
    case "CURRENT":
      return (root) => root;
    case "REMOVE":
      return removed;
    case "NOW":
      return () => now;
    case "CLUSTER_TIME": {
      const time = new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });
      return () => time;
    }
    case "DESCEND":
    case "PRUNE":
    case "KEEP":
      return () => name.toLowerCase();
    default:
      return undefined;
  }
}

function compilePath(text: string, scope: Scope): Expression {
  if (text === "$") throw new MongoError(16872, "'$' by itself is not a valid FieldPath");
  if (!text.startsWith("$$")) return pathFrom(undefined, text.slice(1).split("."));
  const [name = "", ...parts] = text.slice(2).split(".");
  if (name === "") throw new MongoError(9, "empty variable names are not allowed");
  const system = systemVariable(name, scope);
  if (!system) return pathFrom(scope.variable(name), parts);
  return name === "ROOT" || name === "CURRENT" ? rootPath(parts) : pathFrom(system, parts);
}

function rootPath(parts: readonly string[]): Expression {
  return parts.length === 0 ? (root) => root : pathFrom(undefined, parts);
}

function compileDocument(spec: Doc, scope: Scope): Expression {
  const fields = Object.keys(spec).map((field): [string, Expression] => {
    if (field.includes(".")) {
      throw new MongoError(
        16405,
        `FieldPath field names may not contain '.'. Consider using $getField or $setField.`,
      );
    }
    return [field, compileExpression(spec[field], scope)];
  });
  return (root) => {
    const out: Doc = {};
    for (const [field, expression] of fields) {
      const value = expression(root);
      if (value !== undefined) setField(out, field, value);
    }
    return out;
  };
}

function compileObject(spec: Doc, scope: Scope): Expression {
  const [name, second] = Object.keys(spec);
  if (name === undefined || !name.startsWith("$")) {
    const stray = Object.keys(spec).find((field) => field.startsWith("$"));
    if (stray !== undefined) {
      throw new MongoError(
        16410,
        "FieldPath field names may not start with '$'. Consider using $getField or $setField.",
      );
    }
    return compileDocument(spec, scope);
  }
  if (second !== undefined) {
    throw new MongoError(
      15983,
      `an object representing an expression must have exactly one field: ${JSON.stringify(Object.keys(spec))}`,
    );
  }
  const operator = entryOf(OPERATORS, name);
  if (!operator) throw new MongoError(168, `Unrecognized expression '${name}'`);
  return operator(spec[name], scope);
}

/**
 * Compiles an aggregation expression.
 * @throws MongoError when it is malformed; what depends on the document is refused when it is evaluated
 */
export function compileExpression(spec: Value, scope: Scope): Expression {
  if (typeof spec === "string" && spec.startsWith("$")) return compilePath(spec, scope);
  if (Array.isArray(spec)) {
    const elements = spec.map((element) => compileExpression(element, scope));
    return (root) => elements.map((element) => element(root) ?? null);
  }
  if (isDoc(spec)) return compileObject(spec, scope);
  return () => spec;
}

/**
 * The scope of a command: the variables of its `let`, which may not look at documents.
 * @throws MongoError when a variable is misnamed
 */
export function commandScope(variables: Doc, now: Date, collator?: Intl.Collator): Scope {
  const frame: Frame = { values: [], now, collator };
  let scope = new Scope(frame, compileExpression);
  for (const name of Object.keys(variables)) {
    checkVariableName(name);
    const value = scope.compile(variables[name]);
    const bound = scope.bind(name);
    bound.set(value(undefined));
    scope = bound.scope;
  }
  return scope;
}

/** What queries compile their `$expr` and computed projections with. */
export function expressionCompiler(variables: Doc, now: Date, collator?: Intl.Collator): ExpressionCompiler {
  const scope = commandScope(variables, now, collator);
  return (spec) => compileExpression(spec, scope);
}
