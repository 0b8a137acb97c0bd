import { useCallback, useEffect, useRef, useState } from "react";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { api } from "../../../api/client";
import { ApiError } from "../../../api/errors";
import { newIdempotencyKey } from "../../../api/idempotencyKey";
import { useDraft } from "../../../hooks/useDraft";
import { bodyOf, EMPTY_FORM, valuesOf } from "../../../components/requestForm/formState";

/**
 * The form of one item: values kept on the device field by field, and a draft on the server from the first upload on.
 * @param given a draft of the server with which the form was opened
 */
export function useRequestForm(itemId: string, given: RequestDetail | undefined) {
  const draft = useDraft(`request:${itemId}`, EMPTY_FORM);
  const [request, setRequest] = useState<RequestDetail | undefined>(given);
  const creating = useRef<Promise<string>>();
  const createKey = useRef(newIdempotencyKey());
  const latest = useRef(draft.values);
  latest.current = draft.values;
  const { set, clear } = draft;

  useEffect(() => {
    if (given === undefined) return;
    setRequest(given);
    // Another device may have gone on with this draft; what is typed here and not yet handed over stays.
    if (latest.current.requestId === given.id) return;
    const values = valuesOf(given);
    set("beneficiary", values.beneficiary);
    set("memberId", values.memberId);
    set("memberAge", values.memberAge);
    set("name", values.name);
    set("bornOn", values.bornOn);
    set("points", values.points);
    set("details", values.details);
    set("consents", values.consents);
    set("requestId", given.id);
  }, [given, set]);

  const storedId = draft.values.requestId;
  useEffect(() => {
    if (storedId === undefined || given !== undefined) return;
    api("requests.read", { params: { id: storedId } }).then(
      (known) => (known.status === "draft" ? setRequest(known) : clear()),
      (error: unknown) =>
        error instanceof ApiError && error.status === 404 ? set("requestId", undefined) : undefined,
    );
  }, [storedId, given, set, clear]);

  /** The id of the server's draft, which is made once. */
  const requestId = useCallback((): Promise<string> => {
    const known = latest.current.requestId;
    if (known !== undefined) return Promise.resolve(known);
    creating.current ??= api(
      "requests.create",
      { body: { itemId, ...bodyOf(latest.current) } },
      createKey.current,
    )
      .then((created) => {
        setRequest(created);
        set("requestId", created.id);
        return created.id;
      })
      .finally(() => {
        creating.current = undefined;
      });
    return creating.current;
  }, [itemId, set]);

  /** Hands what is typed over to the server's draft, if there is one; the device keeps it either way. */
  const saveRemote = useCallback(async () => {
    const id = latest.current.requestId;
    if (id === undefined) return;
    await api("requests.saveDraft", { params: { id }, body: bodyOf(latest.current) }).then(
      setRequest,
      () => undefined,
    );
  }, []);

  return { draft, request, setRequest, requestId, saveRemote };
}
