import type { Checklist } from "@talent/shared/contract/schemas/counterDuties";
import type { ChecklistDocument } from "./model";

/** @param today whether the reader may still fill it in */
export function presentChecklist(list: ChecklistDocument, today: boolean): Checklist {
  const { signed } = list;
  const open = today && list.status === "open";
  const complete = list.points.every(({ result }) => result !== undefined);
  return {
    windowId: list.windowId,
    windowNumber: list.windowNumber,
    kind: list.kind,
    on: list.on,
    points: list.points.map(({ key, label, result, note, at, byName }) => ({
      key,
      label,
      ...(result === undefined ? {} : { result }),
      ...(note === undefined ? {} : { note }),
      ...(at === undefined ? {} : { at: at.toISOString() }),
      ...(byName === undefined ? {} : { by: byName }),
    })),
    faults: list.faults,
    ...(signed === undefined ? {} : { signed: { by: signed.byName, at: signed.at.toISOString() } }),
    can: open ? (complete ? ["tick", "sign"] : ["tick"]) : [],
  };
}
