import { nanoid } from "nanoid";
import * as z from "zod/mini";
import { CONSENT_CHOICES } from "@talent/shared/domain/notices";
import type { Clock } from "../../../platform/clock";
import { reportConsent } from "../consents/ledger";
import { NoticeModel } from "../model";
import type { PushEntry, PushMessage } from "./message";

const choiceSchema = z.enum(CONSENT_CHOICES);

export interface EventNeeds {
  accountIdOf(openid: string): Promise<string | null>;
  clock: Clock;
}

type Apply = (message: PushMessage, entry: PushEntry, needs: EventNeeds) => Promise<void>;

const applyConsent: Apply = async (
  message,
  { TemplateId, SubscribeStatusString },
  { accountIdOf, clock },
) => {
  const choice = choiceSchema.safeParse(SubscribeStatusString);
  const accountId = await accountIdOf(message.openid);
  if (TemplateId === undefined || !choice.success || accountId === null) return;
  await reportConsent(accountId, TemplateId, {
    id: nanoid(),
    source: "event",
    choice: choice.data,
    at: clock.now(),
    // A push carries no id and its time is in whole seconds: two equal answers within one second count as one.
    eventKey: `${message.event}:${message.createTime}:${choice.data}`,
  });
};

/** A message that WeChat took and then lost on its own side: it ends as our failure, and stays in the inbox. */
const applySent: Apply = async ({ openid }, { MsgID, ErrorCode }, { accountIdOf }) => {
  if (MsgID === undefined || ErrorCode === undefined || ErrorCode === "0") return;
  const recipientId = await accountIdOf(openid);
  if (recipientId === null) return;
  await NoticeModel.updateOne(
    { recipientId, msgid: MsgID, state: "delivered" },
    { $set: { state: "failedPermanently", channel: "inbox", error: `sent event ${ErrorCode}` } },
  );
};

const EVENTS: Readonly<Record<string, Apply>> = {
  subscribe_msg_popup_event: applyConsent,
  subscribe_msg_change_event: applyConsent,
  subscribe_msg_sent_event: applySent,
};

/** Applies a pushed event; a repeated one changes nothing, an unknown one is ignored. */
export async function applyEvent(message: PushMessage, needs: EventNeeds): Promise<void> {
  const apply = EVENTS[message.event];
  if (apply === undefined) return;
  for (const entry of message.entries) await apply(message, entry, needs);
}
