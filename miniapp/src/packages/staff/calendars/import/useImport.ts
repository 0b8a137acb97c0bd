import { useCallback, useEffect, useState } from "react";
import type { CalendarPreview } from "@talent/shared/contract/schemas/calendars";
import { ApiError } from "../../../../api/errors";
import { useWrite } from "../../../../hooks/useWrite";

/** What the administrator has given. */
export interface ImportDraft {
  text: string;
  source: string;
  link: string;
  publishedOn: string;
}

/** A version that is to come back into force. */
export interface Restored {
  year: number;
  number: number;
}

const EMPTY: ImportDraft = { text: "", source: "", link: "", publishedOn: "" };

function written(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === "" ? undefined : trimmed;
}

/** The way from a file, or an earlier version, over its preview into force. */
export function useImport(restored: Restored | undefined) {
  const [draft, setDraft] = useState(EMPTY);
  const [preview, setPreview] = useState<CalendarPreview>();
  const [tell, setTell] = useState(true);
  const looking = useWrite("calendars.preview");
  const importing = useWrite("calendars.import");
  const restoring = useWrite("calendars.restore");
  const { run: look } = looking;
  const [year, number] = [restored?.year, restored?.number];

  const show = useCallback(
    async (page: number) => {
      const what =
        year === undefined || number === undefined ? { text: draft.text } : { restore: { year, number } };
      const answer = await look({ body: { ...what, page } });
      if (answer !== undefined) setPreview(answer.data);
    },
    [look, year, number, draft.text],
  );
  useEffect(() => {
    if (year !== undefined) void show(1);
  }, [year, show]);

  async function confirm(): Promise<boolean> {
    const version = preview?.version ?? 0;
    if (restored !== undefined) {
      const body = { version, number: restored.number, tell };
      return (await restoring.run({ params: { year: restored.year }, body })) !== undefined;
    }
    const { text, source, link, publishedOn } = draft;
    const facts = { source: written(source), link: written(link), publishedOn: written(publishedOn) };
    const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
    return (await importing.run({ body: { text, version, tell, ...given } })) !== undefined;
  }

  const error = importing.error ?? restoring.error;
  return {
    draft,
    change: (part: Partial<ImportDraft>) => setDraft((before) => ({ ...before, ...part })),
    preview,
    /** Back to the file. */
    forget: () => setPreview(undefined),
    tell,
    setTell,
    show,
    looking: looking.busy,
    lookError: looking.error,
    confirm,
    confirming: importing.busy || restoring.busy,
    error,
    /** Somebody else was first: the preview is no longer true. */
    outdated: error instanceof ApiError && error.code === "state_changed",
  };
}
export type Import = ReturnType<typeof useImport>;
