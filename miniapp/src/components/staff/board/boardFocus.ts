/** Rows of the board by lane, left to right, as the keyboard walks over them. */
export type FocusGrid = readonly (readonly string[])[];

export type FocusStep = "left" | "right" | "up" | "down";

function placeOf(grid: FocusGrid, id: string | undefined): { column: number; row: number } | undefined {
  for (const [column, ids] of grid.entries()) {
    const row = id === undefined ? -1 : ids.indexOf(id);
    if (row >= 0) return { column, row };
  }
  return undefined;
}

/** The card that the Tab key reaches: the one last focused, or else the first there is. */
export function tabStopOf(grid: FocusGrid, focused: string | undefined): string | undefined {
  if (placeOf(grid, focused) !== undefined) return focused;
  return grid.find((ids) => ids.length > 0)?.[0];
}

/** Where an arrow key leads. Sideways it skips empty lanes and keeps the height as far as the lane reaches. */
export function stepFocus(grid: FocusGrid, focused: string | undefined, step: FocusStep): string | undefined {
  const place = placeOf(grid, focused);
  if (place === undefined) return tabStopOf(grid, undefined);
  const { column, row } = place;
  if (step === "up" || step === "down") return grid[column]?.[row + (step === "up" ? -1 : 1)] ?? focused;
  const direction = step === "left" ? -1 : 1;
  for (let next = column + direction; next >= 0 && next < grid.length; next += direction) {
    const ids = grid[next] ?? [];
    const target = ids[Math.min(row, ids.length - 1)];
    if (target !== undefined) return target;
  }
  return focused;
}
