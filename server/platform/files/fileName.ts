import { FILE_KINDS, type FileMime } from "@talent/shared/domain/limits";

const LONGEST_NAME = 120;

/** Last part of the given name without characters that mean something to a file system or a header. */
export function cleanFileName(given: string): string {
  const base = given.split(/[/\\]/).at(-1) ?? "";
  const plain = base.replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, "").trim();
  const characters = [...plain];
  const cut = characters.length > LONGEST_NAME ? characters.slice(-LONGEST_NAME) : characters;
  return cut.join("") || "file";
}

/** Whether the name ends as files of this kind do. */
export function endsLike(fileName: string, mime: FileMime): boolean {
  const ending = /\.([A-Za-z0-9]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
  const endings: readonly string[] = FILE_KINDS[mime];
  return endings.includes(ending);
}
