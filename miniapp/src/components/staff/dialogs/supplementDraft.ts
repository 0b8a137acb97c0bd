import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import type { Bilingual } from "@talent/shared/labels/bilingual";

/** One material of the notice while it is being written. */
export interface AskedMaterial {
  on: boolean;
  why: string;
  how: string;
}

/** A material outside the item's list. */
export interface ExtraMaterial {
  title: string;
  why: string;
}

export interface SupplementDraft {
  asked: Record<string, AskedMaterial>;
  extras: ExtraMaterial[];
}

export type Material = RequestDetail["materials"][number];

export interface SupplementItem {
  materialKey?: string;
  title: string;
  why: string;
  how?: string;
}

/** Ticked from the start: what is required and not there, with the guide's own hint. */
export function askedOf(
  material: Material,
  draft: SupplementDraft,
  say: (text: Bilingual) => string,
): AskedMaterial {
  const kept = draft.asked[material.key];
  if (kept !== undefined) return kept;
  const hint = material.hint === undefined ? "" : say(material.hint);
  return { on: material.required && material.files.length === 0, why: "", how: hint };
}

/** Everything ticked, as it is sent. `notHandedIn` is the reason where nothing is there. */
export function itemsOf(
  materials: readonly Material[],
  draft: SupplementDraft,
  say: (text: Bilingual) => string,
  notHandedIn: string,
): SupplementItem[] {
  const listed = materials.flatMap((material): SupplementItem[] => {
    const { on, why, how } = askedOf(material, draft, say);
    if (!on) return [];
    const reason = material.files.length === 0 && why.trim() === "" ? notHandedIn : why.trim();
    const item = { materialKey: material.key, title: say(material.name), why: reason };
    return [how.trim() === "" ? item : { ...item, how: how.trim() }];
  });
  const extras = draft.extras
    .filter((extra) => extra.title.trim() !== "")
    .map((extra) => ({ title: extra.title.trim(), why: extra.why.trim() }));
  return [...listed, ...extras];
}

/** The first item that says no reason yet. */
export function lacksReason(items: readonly SupplementItem[]): SupplementItem | undefined {
  return items.find((item) => item.why === "");
}
