import { MongoError } from "../errors";
import { isDoc, setField } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { PAUSE } from "../pause";
import type { Expression } from "../expression/scope";
import type { StageCompiler, StageCompilers } from "./stage";

function redactValue(v: Value, decide: Expression): Value {
  if (Array.isArray(v))
    return v.map((element) => redactValue(element, decide)).filter((element) => element !== undefined);
  return isDoc(v) ? redactDoc(v, decide) : v;
}

function redactDoc(doc: Doc, decide: Expression): Doc | undefined {
  const decision = decide(doc);
  if (decision === "keep") return doc;
  if (decision === "prune") return undefined;
  if (decision !== "descend") {
    throw new MongoError(
      17053,
      "$redact's expression should not return anything aside from the variables $$KEEP, $$DESCEND, and $$PRUNE",
    );
  }
  const out: Doc = {};
  for (const field of Object.keys(doc)) {
    const value = redactValue(doc[field], decide);
    if (value !== undefined) setField(out, field, value);
  }
  return out;
}

const redact: StageCompiler = (spec, { scope }) => {
  const decide = scope.compile(spec);
  return function* (input) {
    for (const doc of input) {
      const kept = doc === PAUSE ? PAUSE : redactDoc(doc, decide);
      if (kept !== undefined) yield kept;
    }
  };
};

export const REDACT_STAGES: StageCompilers = { $redact: redact };
