import type { Reader } from "../../../platform/auth/reader";
import { readCatalogue } from "../../catalogue/index";
import type { RequestContext } from "../context";
import type { RequestDocument } from "../document";
import { presentDetail } from "../presenter/detail";
import type { Presentation } from "../presenter/presentation";

interface Viewer {
  reader: Reader;
  now: Date;
}

/** What presenting a page of requests needs. */
export async function presentationFor(
  context: RequestContext,
  { reader, now }: Viewer,
): Promise<Presentation> {
  return { context, reader, now, catalogue: await readCatalogue() };
}

/** The answer of every call about one request. */
export async function answer(context: RequestContext, request: RequestDocument, viewer: Viewer) {
  return presentDetail(request, await presentationFor(context, viewer));
}
