import { useCallback, useState } from "react";
import { platform, type ChosenFile, type FileKind } from "../platform";

/**
 * Which material a file is being chosen for. In WeChat a sheet asks first where the file comes from; the browser has
 * one picker for everything.
 */
export function useFileChoice(onFile: (materialKey: string, file: ChosenFile) => void) {
  const [asking, setAsking] = useState<string>();
  const [refused, setRefused] = useState(false);

  const pick = useCallback(
    async (materialKey: string, kind: FileKind) => {
      setAsking(undefined);
      setRefused(false);
      try {
        const [file] = await platform.chooseFiles(kind, 1);
        if (file !== undefined) onFile(materialKey, file);
      } catch {
        setRefused(true);
      }
    },
    [onFile],
  );

  const begin = useCallback(
    (materialKey: string) => {
      if (platform.name === "h5") void pick(materialKey, "document");
      else setAsking(materialKey);
    },
    [pick],
  );

  return { asking, refused, begin, pick, close: useCallback(() => setAsking(undefined), []) };
}
