import { XMLParser } from "fast-xml-parser";
import * as z from "zod/mini";

const text = z.pipe(
  z.union([z.string(), z.number()]),
  z.transform((value) => String(value)),
);

const entrySchema = z.object({
  TemplateId: z.optional(text),
  SubscribeStatusString: z.optional(text),
  MsgID: z.optional(text),
  ErrorCode: z.optional(text),
});
export type PushEntry = z.output<typeof entrySchema>;

/** JSON has `List` beside the other fields; a single entry is an object there, several are an array. */
const listSchema = z.union([z.array(entrySchema), entrySchema]);
const wrapperSchema = z.object({ List: z.optional(listSchema) });

const messageSchema = z.object({
  FromUserName: z.optional(text),
  CreateTime: z.optional(text),
  Event: z.optional(text),
  Encrypt: z.optional(text),
  List: z.optional(listSchema),
  SubscribeMsgPopupEvent: z.optional(wrapperSchema),
  SubscribeMsgChangeEvent: z.optional(wrapperSchema),
  SubscribeMsgSentEvent: z.optional(wrapperSchema),
});

export interface PushMessage {
  openid: string;
  /** As WeChat wrote it: part of the event's identity. */
  createTime: string;
  event: string;
  entries: PushEntry[];
  encrypted: string | undefined;
}

/** Entities are not resolved: a document that defines its own could grow without end. */
const parser = new XMLParser({ processEntities: false, parseTagValue: false, ignoreAttributes: true });

function parse(body: string): unknown {
  if (!body.trimStart().startsWith("<")) return JSON.parse(body);
  const document: unknown = parser.parse(body);
  return z.object({ xml: z.unknown() }).parse(document).xml;
}

/**
 * Reads a pushed body, JSON or XML.
 * @throws Error when it is neither, or has another form than documented
 */
export function readPush(body: string): PushMessage {
  const message = messageSchema.parse(parse(body));
  const wrapper =
    message.SubscribeMsgPopupEvent ?? message.SubscribeMsgChangeEvent ?? message.SubscribeMsgSentEvent;
  const list = wrapper?.List ?? message.List ?? [];
  return {
    openid: message.FromUserName ?? "",
    createTime: message.CreateTime ?? "",
    event: message.Event ?? "",
    entries: Array.isArray(list) ? list : [list],
    encrypted: message.Encrypt,
  };
}
