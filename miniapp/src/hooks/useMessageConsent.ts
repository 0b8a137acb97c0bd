import { useCallback } from "react";
import type { ConsentOccasion } from "@talent/shared/domain/notices";
import { api } from "../api/client";
import { platform } from "../platform";
import { useQuery } from "./useQuery";

/**
 * Consent to messages at a tap. The template ids are read when the page opens, because WeChat shows its pop-up only
 * when it is called first in the tap; the answer is reported afterwards. A failure never stops what was tapped.
 */
export function useMessageConsent(occasion: ConsentOccasion, enabled = true): () => Promise<void> {
  const { data } = useQuery("consents.templates", { query: { occasion } }, { keep: true, enabled });
  return useCallback(() => {
    const templateIds = data?.templateIds ?? [];
    if (templateIds.length === 0) return Promise.resolve();
    return platform.askConsent(templateIds).then(async (choices) => {
      if (Object.keys(choices).length === 0) return;
      await api("consents.report", { body: { choices } }).catch(() => undefined);
    });
  }, [data]);
}
