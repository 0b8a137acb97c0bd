import { View } from "@tarojs/components";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { NoticeMessage } from "@talent/shared/contract/schemas/notices";
import { useState } from "react";
import { api } from "../../../api/client";
import { useMe } from "../../../api/session";
import { Tap } from "../../../components/base/Tap";
import { Page } from "../../../components/frame/Page";
import { Empty, ErrorState, ListEnd, SkeletonRows, StaleLine } from "../../../components/list/States";
import { MessageRow } from "../../../components/talent/MessageRow";
import { SignInCard } from "../../../components/talent/SignInCard";
import { open } from "../../../hooks/navigation";
import { workplaceOf } from "../../../hooks/roles";
import { announce } from "../../../hooks/useAnnouncement";
import { usePages } from "../../../hooks/usePages";
import { refreshMe } from "../../../hooks/useSignIn";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { inboxTexts } from "./texts";

interface Day {
  on: string;
  messages: NoticeMessage[];
}

const textOf = ({ title, text }: NoticeMessage) => ({ title, text });

/** Messages of one day stand together, newest day first, in the order of the list. */
function byDay(messages: readonly NoticeMessage[]): Day[] {
  const days: Day[] = [];
  for (const message of messages) {
    const on = dateInShanghai(new Date(message.at));
    const last = days[days.length - 1];
    if (last?.on === on) last.messages.push(message);
    else days.push({ on, messages: [message] });
  }
  return days;
}

/** Every message, whatever WeChat did with it. */
export default function InboxPage() {
  const t = useTexts(inboxTexts);
  const me = useMe();
  const pages = usePages("notices.list", { limit: 20 }, me !== undefined);
  const [readHere, setReadHere] = useState<ReadonlySet<string>>(new Set());
  const isRead = (message: NoticeMessage) => message.read || readHere.has(message.id);
  const unread = pages.rows.some((message) => !isRead(message));

  const openMessage = (message: NoticeMessage) => {
    if (!isRead(message)) {
      setReadHere(new Set([...readHere, message.id]));
      api("notices.markRead", { params: { id: message.id } }).then(refreshMe, () => undefined);
    }
    const { requestId, ticketId, handoverId, complaintId, cycleId, action } = message;
    if (action === "board") open(workplaceOf(me) ?? "home");
    else if (action === "appointment") open("visit");
    else if (action === "posts") open("posts");
    else if (handoverId !== undefined) open("handover", { id: handoverId });
    else if (ticketId !== undefined) open("ticket", { id: ticketId });
    else if (complaintId !== undefined)
      open(action === "complaint" ? "staffComplaint" : "myComplaint", { id: complaintId });
    else if (cycleId !== undefined) open(action === "cycle" ? "cycle" : "myCycle", { id: cycleId });
    else if (requestId === undefined) return;
    else if (action === "supplement") open("supplement", { id: requestId });
    else if (action === "rate") open("result", { id: requestId });
    else open(workplaceOf(me) !== undefined && me?.talent === null ? "case" : "request", { id: requestId });
  };
  const markAll = () => {
    setReadHere(new Set(pages.rows.map(({ id }) => id)));
    announce(t.marked);
    api("notices.markAllRead").then(refreshMe, () => undefined);
  };
  return (
    <Page name="inbox" title={t.title} backTo="me" onRefresh={pages.refresh} onEnd={pages.more}>
      {me === undefined ? <SignInCard why={t.signInWhy} /> : null}
      <StaleLine since={pages.staleSince} onRefresh={pages.refresh} />
      {unread ? (
        <View className="row" style={{ justifyContent: "flex-end" }}>
          <Tap className="link link-pri" onTap={markAll}>
            {t.markAll}
          </Tap>
        </View>
      ) : null}
      {me !== undefined && pages.loading ? <SkeletonRows rows={4} /> : null}
      {pages.rows.length === 0 && pages.error !== undefined ? (
        <ErrorState error={pages.error} onRetry={pages.refresh} />
      ) : null}
      {me !== undefined && !pages.loading && pages.error === undefined && pages.rows.length === 0 ? (
        <Empty icon="inbox" text={t.none} hint={t.noneHint} />
      ) : null}
      <MessageDays messages={pages.rows} isRead={isRead} onOpen={openMessage} />
      <ListEnd hasMore={pages.hasMore} busy={pages.loadingMore} onMore={pages.more} />
    </Page>
  );
}

interface MessageDaysProps {
  messages: readonly NoticeMessage[];
  isRead: (message: NoticeMessage) => boolean;
  onOpen: (message: NoticeMessage) => void;
}

function MessageDays({ messages, isRead, onOpen }: MessageDaysProps) {
  const t = useTexts(inboxTexts);
  const words = useWords();
  return (
    <View>
      {byDay(messages).map((day) => (
        <View key={day.on}>
          <View className="day-h">{words.day(day.on)}</View>
          <View className="card card-flush">
            {day.messages.map((message, index) => (
              <MessageRow
                key={message.id}
                first={index === 0}
                {...(words.language === "en" ? (message.en ?? textOf(message)) : textOf(message))}
                time={words.time(message.at)}
                read={isRead(message)}
                action={message.action === undefined ? undefined : t.actions[message.action]}
                onTap={() => onOpen(message)}
              />
            ))}
          </View>
        </View>
      ))}
    </View>
  );
}
