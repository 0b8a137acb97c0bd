import { useState } from "react";
import type { ComplaintKind, ComplaintSubject } from "@talent/shared/domain/complaints";
import { pageParams } from "../../../hooks/navigation";
import { announce } from "../../../hooks/useAnnouncement";
import { useDraft } from "../../../hooks/useDraft";
import { useMessageConsent } from "../../../hooks/useMessageConsent";
import { useWrite } from "../../../hooks/useWrite";
import { useTexts } from "../../../i18n/texts";
import { supportTexts } from "../supportTexts";

interface Written {
  kind: ComplaintKind;
  text: string;
  /** Empty = about none of the writer's requests. */
  requestId: string;
  about: ComplaintSubject;
}

/** What is being written, kept on the device, and how it was received. */
export function useComplaintForm(signedIn: boolean, onSent: () => void) {
  const t = useTexts(supportTexts);
  const [{ page, request = "" }] = useState(pageParams);
  const draft = useDraft<Written>(request === "" ? "complaint" : `complaint:${request}`, {
    kind: request === "" ? "suggestion" : "complaint",
    text: "",
    requestId: request,
    about: request === "" ? "service" : "handling",
  });
  const [checked, setChecked] = useState(false);
  const [sent, setSent] = useState<{ id: string; number: string }>();
  const write = useWrite("complaints.create");
  const askConsent = useMessageConsent("writeComplaint", signedIn);
  const { kind, text, requestId, about } = draft.values;
  const missing = text.trim() === "";
  const send = async () => {
    setChecked(true);
    if (missing) return;
    await askConsent();
    const origin = {
      ...(page === undefined ? {} : { page }),
      ...(requestId === "" ? {} : { requestId, about }),
    };
    const done = await write.run({ body: { kind, text: text.trim(), ...origin } });
    if (done === undefined) return;
    draft.clear();
    setChecked(false);
    setSent(done.data);
    announce(t.sent(done.data.number));
    onSent();
  };
  return { draft, sent, send, write, missing: checked && missing };
}

export type ComplaintFormState = ReturnType<typeof useComplaintForm>;
