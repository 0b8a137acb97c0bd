import { maskName } from "@talent/shared/domain/masking";
import type { Reader } from "../../../platform/auth/reader";
import type { Catalogue } from "../../catalogue/index";
import type { RequestContext } from "../context";
import type { RequestDocument } from "../document";
import { seesAsStaff } from "../policy";

/** What presenting needs beside the request. */
export interface Presentation {
  context: RequestContext;
  reader: Reader;
  now: Date;
  catalogue: Catalogue;
}

/** Staff read each other's full names; the people served read them masked. */
export function staffName(name: string, request: RequestDocument, reader: Reader): string {
  return seesAsStaff(reader, request) ? name : maskName(name);
}
