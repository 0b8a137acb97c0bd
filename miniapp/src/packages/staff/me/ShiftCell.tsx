import { useState } from "react";
import { api } from "../../../api/client";
import { HintCell } from "../../../components/staff/HintCell";
import { meTexts } from "../../../components/staff/texts/meTexts";
import { announce } from "../../../hooks/useAnnouncement";
import { useQuery } from "../../../hooks/useQuery";
import { useTexts } from "../../../i18n/texts";
import { platform } from "../../../platform";

/**
 * Allows one more message of new work. The template ids are read when the page opens, because WeChat shows its pop-up
 * only when it is the first thing that a tap does.
 */
export function ShiftCell() {
  const t = useTexts(meTexts);
  const templates = useQuery("consents.templates", { query: { occasion: "startShift" } });
  const [said, setSaid] = useState(t.shiftHint);
  const ids = templates.data?.templateIds ?? [];
  if (ids.length === 0) return null;
  const ask = () => {
    const asked = platform.askConsent(ids);
    void asked.then((choices) => {
      const accepted = Object.values(choices).includes("accept");
      const words = accepted ? t.shiftDone : t.shiftRefused;
      setSaid(words);
      announce(words);
      if (Object.keys(choices).length > 0)
        void api("consents.report", { body: { choices } }).catch(() => undefined);
    });
  };
  return <HintCell icon="bell" label={t.shift} hint={said} onTap={ask} />;
}
