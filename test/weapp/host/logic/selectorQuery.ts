import type { NodeQuery } from "../protocol";

type Answered = ((value: unknown) => void) | undefined;
type Ask = (queries: NodeQuery[]) => Promise<unknown[]>;

/** `wx.createSelectorQuery()`, as far as sizes, places and scroll positions go. */
export function createSelectorQuery(
  ask: Ask,
  callBack: (listener: Answered, value: unknown) => void,
): object {
  const queries: NodeQuery[] = [];
  const listeners: Answered[] = [];
  const query = {
    in: () => query,
    select: (selector: string) => chosen({ selector }),
    selectAll: (selector: string) => chosen({ selector, all: true }),
    selectViewport: () => chosen({ viewport: true }),
    exec(done?: (values: unknown) => void) {
      void ask(queries).then((values) => {
        values.forEach((value, index) => callBack(listeners[index], value));
        callBack(done, values);
      });
      return query;
    },
  };
  function chosen(wanted: NodeQuery): object {
    const add = (listener: Answered): typeof query => {
      queries.push(wanted);
      listeners.push(listener);
      return query;
    };
    return {
      boundingClientRect: add,
      scrollOffset: add,
      node: add,
      context: add,
      fields: (_: unknown, listener: Answered) => add(listener),
    };
  }
  return query;
}

/** An observer that never reports: a page must also work where nothing crosses the screen's edge. */
export function createSilentObserver(): object {
  const observer = {
    relativeTo: () => observer,
    relativeToViewport: () => observer,
    observe: () => undefined,
    disconnect: () => undefined,
  };
  return observer;
}
