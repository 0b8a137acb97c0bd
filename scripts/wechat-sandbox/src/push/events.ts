import { XMLBuilder } from "fast-xml-parser";

export type PushFormat = "json" | "xml";

interface EventEntry {
  [field: string]: string;
}

/** An event about subscription messages, before it is written as JSON or XML. */
export interface SubscribeEvent {
  name: "subscribe_msg_popup_event" | "subscribe_msg_change_event" | "subscribe_msg_sent_event";
  openid: string;
  /** Seconds since the epoch, business time. */
  createTime: number;
  list: EventEntry[];
}

const XML_WRAPPER: Record<SubscribeEvent["name"], string> = {
  subscribe_msg_popup_event: "SubscribeMsgPopupEvent",
  subscribe_msg_change_event: "SubscribeMsgChangeEvent",
  subscribe_msg_sent_event: "SubscribeMsgSentEvent",
};

const builder = new XMLBuilder({ cdataPropName: "__cdata", format: false });
const cdata = (text: string) => ({ __cdata: text });

/** Writes the fields of a plain object as `<xml>` with text in CDATA, numbers bare. */
function writeXml(fields: Record<string, unknown>): string {
  return builder.build({ xml: fields });
}

/** Message text of an event. In JSON one entry of `List` is an object, several are an array. */
export function writeEvent(event: SubscribeEvent, originalId: string, format: PushFormat): string {
  if (format === "xml") {
    const list = event.list.map((entry) =>
      Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, cdata(value)])),
    );
    return writeXml({
      ToUserName: cdata(originalId),
      FromUserName: cdata(event.openid),
      CreateTime: event.createTime,
      MsgType: cdata("event"),
      Event: cdata(event.name),
      [XML_WRAPPER[event.name]]: { List: list },
    });
  }
  return JSON.stringify({
    ToUserName: originalId,
    FromUserName: event.openid,
    CreateTime: event.createTime,
    MsgType: "event",
    Event: event.name,
    List: event.list.length === 1 ? event.list[0] : event.list,
  });
}

/** Body of an encrypted push: in compatible mode the plain fields stand beside `Encrypt`. */
export function writeEnvelope(
  originalId: string,
  encrypted: string,
  format: PushFormat,
  plain: string | null,
): string {
  if (format === "json") {
    const fields = plain === null ? { ToUserName: originalId } : (JSON.parse(plain) as object);
    return JSON.stringify({ ...fields, Encrypt: encrypted });
  }
  if (plain !== null) return plain.replace("</xml>", `<Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`);
  return writeXml({ ToUserName: cdata(originalId), Encrypt: cdata(encrypted) });
}
