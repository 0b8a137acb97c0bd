import { useState } from "react";
import type { Desk, DeskTicket } from "@talent/shared/contract/schemas/counters";
import type { TicketAction } from "@talent/shared/domain/queueTickets";
import { api } from "../../../api/client";
import { announce } from "../../../hooks/useAnnouncement";
import { usePolled } from "../../../hooks/usePolled";
import { useTexts } from "../../../i18n/texts";
import { counterTexts } from "../counterTexts";
import { useDeskAct } from "../useDeskAct";
import { dockOf, type Dock } from "./dock";

/** What is asked over the page. */
type Asking = "tools" | "leave" | "device" | "transfer";

/** Everything of my window, and what I can do there. */
export function useDeskPage(windowId: string, onLeft: () => void) {
  const t = useTexts(counterTexts);
  const polled = usePolled("counter.desk", { id: windowId, call: api });
  const act = useDeskAct(polled.replace, polled.refresh);
  const [asking, setAsking] = useState<Asking>();
  const desk = polled.answer?.desk;

  const say = (action: keyof typeof t.did, number: string | undefined) => {
    if (number !== undefined) announce(t.did[action](number));
  };
  const callNext = async () => {
    const done = await act.run("callNext", windowId);
    say("callNext", done?.desk?.current?.number);
  };
  const openWindow = () => act.run("open", windowId, {});
  const finish = async (ticket: DeskTicket, next: boolean) => {
    const done = await act.run("finish", ticket.id, next ? { callNext: true } : {});
    if (done !== undefined) say("finish", ticket.number);
    if (next) say("callNext", done?.desk?.current?.number);
  };
  /** Acts on a ticket that need nothing but the tap; the others open what they ask. */
  const onTicket = async (ticket: DeskTicket, action: TicketAction) => {
    if (action === "transfer") return setAsking("transfer");
    if (action === "finish") return finish(ticket, false);
    if (action === "cancel") return undefined;
    const done = await act.run(action, ticket.id);
    if (done !== undefined && (action === "recall" || action === "skip" || action === "putBack"))
      say(action, ticket.number);
    return undefined;
  };
  const primary = async (shown: Desk, dock: Dock) => {
    const { current } = shown;
    if (dock.primary === "open") await openWindow();
    else if (dock.primary === "callNext") await callNext();
    else if (current === undefined) return;
    else if (dock.primary === "start") await onTicket(current, "start");
    else await finish(current, dock.primary === "finishNext");
  };
  const leave = async () => {
    if ((await act.run("close", windowId)) === undefined) return;
    setAsking(undefined);
    onLeft();
  };
  return {
    polled,
    desk,
    act,
    asking,
    setAsking,
    dock: desk === undefined ? undefined : dockOf(desk),
    primary,
    onTicket,
    finish,
    openWindow,
    pause: () => act.run("pause", windowId),
    leave,
  };
}

export type DeskPage = ReturnType<typeof useDeskPage>;
