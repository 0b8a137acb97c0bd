interface AskedItem {
  key: string;
  materialKey?: string | undefined;
}

interface Asked {
  askedAt: Date;
  answeredAt?: Date | undefined;
  items: readonly AskedItem[];
}

/** The notice that waits for an answer. */
export function openSupplement<T extends Asked>(supplements: readonly T[]): T | undefined {
  const last = supplements.at(-1);
  return last?.answeredAt === undefined ? last : undefined;
}

/** Keys of a notice's items for which nothing has been handed in since it was sent. */
export function unansweredItems(
  supplement: Asked,
  files: readonly { materialKey: string; uploadedAt: Date }[],
): string[] {
  return supplement.items
    .filter(
      (item) => !files.some((file) => file.materialKey === item.key && file.uploadedAt >= supplement.askedAt),
    )
    .map((item) => item.key);
}

/** The key under which files for the item at `index` of a notice are handed in. */
export function supplementKey(materialKey: string | undefined, index: number): string {
  return materialKey ?? `extra${index + 1}`;
}
