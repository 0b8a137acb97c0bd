import { nanoid } from "nanoid";
import type { Handlers } from "../../../platform/http/handler";
import type { Platform } from "../../../platform/platform";
import { TEMPLATES_ASKED } from "../templates";
import { reportConsent } from "./ledger";

/** WeChat's pop-up takes more, older clients only three. */
const MOST_ASKED = 3;

export function consentHandlers({
  config,
  realTime,
}: Platform): Handlers<"consents.templates" | "consents.report"> {
  const known = new Map(Object.values(config.wechat.templates).map((template) => [template.id, template]));
  return {
    "consents.templates": ({ query }) => {
      const ids = TEMPLATES_ASKED[query.occasion].flatMap(
        (title) => config.wechat.templates[title]?.id ?? [],
      );
      return Promise.resolve({ templateIds: ids.slice(0, MOST_ASKED) });
    },
    "consents.report": async ({ reader, body }) => {
      for (const [templateId, choice] of Object.entries(body.choices))
        if (known.has(templateId))
          await reportConsent(reader.accountId, templateId, {
            id: nanoid(),
            source: "client",
            choice,
            at: realTime.now(),
          });
    },
  };
}
