import type { ItemDetail } from "@talent/shared/contract/schemas/catalogue";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "../../../api/client";
import { newIdempotencyKey } from "../../../api/idempotencyKey";
import { EMPTY_FORM } from "../../../components/requestForm/formState";
import { replace } from "../../../hooks/navigation";
import { announce } from "../../../hooks/useAnnouncement";
import { useDraft } from "../../../hooks/useDraft";
import { useWrite } from "../../../hooks/useWrite";
import { useWords } from "../../../i18n/useWords";
import { intakeBody, intakeProblems, type PaperChecks } from "./paperChecks";
import { useIntakePhotos } from "./useIntakePhotos";

export interface IntakeSource {
  scanId: string;
  ticketId: string | undefined;
}

/** The request as it lies on the counter: form, papers, photographs, and handing it in. */
export function useIntake(item: ItemDetail, { scanId, ticketId }: IntakeSource) {
  const words = useWords();
  const name = `intake:${scanId}:${item.id}`;
  const draft = useDraft(name, EMPTY_FORM);
  const papers = useDraft<{ checks: PaperChecks }>(`${name}:papers`, { checks: {} });
  const { values, set } = draft;
  const { checks } = papers.values;
  const [request, setRequest] = useState<RequestDetail>();
  const createAtOnce = useWrite("requests.createOnSite");
  const takeIn = useWrite("requests.takeIn");
  const begun = useRef<Promise<RequestDetail>>();
  const beginKey = useRef(newIdempotencyKey());
  const latest = useRef({ values, checks });
  latest.current = { values, checks };
  const knownId = values.requestId;
  useEffect(() => {
    if (knownId === undefined) return;
    // Begun before the app was closed: its photographs are there already.
    api("requests.read", { params: { id: knownId } }).then(
      (known) => (known.status === "draft" ? setRequest(known) : set("requestId", undefined)),
      () => undefined,
    );
  }, [knownId, set]);

  const source = useCallback(
    () => ({
      scanId,
      itemId: item.id,
      ...(ticketId === undefined ? {} : { ticketId }),
      ...intakeBody(latest.current.values, latest.current.checks),
    }),
    [scanId, item.id, ticketId],
  );
  /** The request on the server, which is begun once, at the first photograph. */
  const requestId = useCallback(async () => {
    const known = latest.current.values.requestId;
    if (known !== undefined) return known;
    begun.current ??= api(
      "requests.createOnSite",
      { body: { ...source(), submit: false } },
      beginKey.current,
    ).catch((failure: unknown) => {
      begun.current = undefined;
      throw failure;
    });
    const made = await begun.current;
    setRequest((before) => before ?? made);
    set("requestId", made.id);
    return made.id;
  }, [source, set]);
  const photos = useIntakePhotos({ request, setRequest, requestId });
  const problems = intakeProblems(item, values, checks, {
    todayOn: words.todayOn,
    photographed: photos.photographed,
  });

  const handIn = async (accept: boolean) => {
    const done =
      knownId === undefined
        ? await createAtOnce.run({ body: { ...source(), accept } })
        : await takeIn.run({
            params: { id: knownId },
            body: { accept, ...intakeBody(values, checks) },
          });
    if (done === undefined) return;
    draft.clear();
    papers.clear();
    announce(done.data.number);
    replace("intakeReceipt", { id: done.data.id });
  };
  return {
    values,
    set,
    checks,
    check: (changed: PaperChecks) => papers.set("checks", changed),
    problems,
    photos,
    busy: createAtOnce.busy || takeIn.busy,
    error: createAtOnce.error ?? takeIn.error,
    handIn,
  };
}

export type Intake = ReturnType<typeof useIntake>;
