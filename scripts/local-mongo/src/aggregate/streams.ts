import type { Doc } from "../bson/value";
import { PAUSE, Pacer } from "../pause";
import type { Pause } from "../pause";
import type { Stage, Stream } from "./stage";

/** A stage that makes one document of each. */
export function mapping(change: (doc: Doc) => Doc): Stage {
  return function* (input) {
    for (const doc of input) yield doc === PAUSE ? PAUSE : change(doc);
  };
}

export function filtering(test: (doc: Doc) => boolean): Stage {
  return function* (input) {
    for (const doc of input) if (doc === PAUSE || test(doc)) yield doc;
  };
}

/** A stage that reads everything before it gives anything. */
export function collecting(finish: (docs: Doc[]) => Iterable<Doc | Pause>): Stage {
  return function* (input) {
    const docs: Doc[] = [];
    for (const doc of input) {
      if (doc === PAUSE) yield PAUSE;
      else docs.push(doc);
    }
    yield* finish(docs);
  };
}

/** Lets a stream visit every document and gives pauses on. */
export function* visiting(input: Stream, visit: (doc: Doc) => void): Generator<Pause, void, void> {
  const pacer = new Pacer();
  for (const doc of input) {
    if (doc === PAUSE) yield PAUSE;
    else visit(doc);
    if (pacer.due()) yield PAUSE;
  }
}
