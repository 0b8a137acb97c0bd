import { useState } from "react";
import { replace } from "../../../hooks/navigation";
import { announce } from "../../../hooks/useAnnouncement";
import { useMessageConsent } from "../../../hooks/useMessageConsent";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useWords } from "../../../i18n/useWords";
import { bodyOf } from "../../../components/requestForm/formState";
import type { useRequestForm } from "./useRequestForm";

/** Hands the request in. WeChat's consent pop-up comes first, in the tap itself, before anything is awaited. */
export function useSubmit(form: ReturnType<typeof useRequestForm>) {
  const words = useWords();
  const submit = useWrite("requests.submit");
  const askConsent = useMessageConsent("submitRequest");
  const [preparing, setPreparing] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  const finish = async (asked: Promise<void>) => {
    await asked;
    const id = await form.requestId();
    const done = await submit.run({ params: { id }, body: bodyOf(form.draft.values) });
    if (done === undefined) return;
    form.draft.clear();
    announce(words.say(done.data.itemName));
    replace("request", { id, fresh: "1" });
  };
  const run = () => {
    const asked = askConsent();
    setPreparing(true);
    setFailure(undefined);
    finish(asked)
      .catch(setFailure)
      .finally(() => setPreparing(false));
  };
  const error = submit.error ?? failure;
  return {
    busy: preparing || submit.busy,
    sentence: error === undefined ? undefined : errorSentence(error, words.language),
    run,
  };
}
