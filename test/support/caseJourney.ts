import { RequestModel, type RequestDocument } from "../../server/features/requests/index";
import { idOf } from "../../scripts/seed/ids";
import type { RequestStatus } from "@talent/shared/domain/requestStatus";
import { openPhone, signInOn, type OpenPhone } from "./phones";
import type { TestServer } from "./testServer";

export const CASE_PAGE = "packages/staff/case/index";
export const REQUEST_PAGE = "packages/requests/detail/index";

/** A request of the demonstration data. */
export interface KnownRequest {
  id: string;
  number: string;
}

/** The newest request of a persona for an item in this state. */
export async function requestOf(
  persona: string,
  item: string,
  status: RequestStatus = "handling",
): Promise<KnownRequest> {
  const talentId = idOf(persona).toHexString();
  const found = await RequestModel.findOne({ talentId, "item.code": item, status })
    .sort({ number: -1 })
    .lean<RequestDocument>();
  if (found === null) throw new Error(`${persona} has no request for ${item} that is ${status}`);
  return { id: found._id.toHexString(), number: found.number };
}

/** Signed-in phones, each opened straight at the page of a request. */
export function createPhones() {
  const phones: OpenPhone[] = [];
  const keep = (phone: OpenPhone): OpenPhone => {
    phones.push(phone);
    return phone;
  };
  return {
    keep,
    /** Signs in as the persona does, and opens the page as from a service notice. */
    async openAt(
      server: TestServer,
      persona: string,
      landsOn: string,
      start: string,
      query: Record<string, string>,
    ): Promise<OpenPhone> {
      const first = keep(await openPhone(server, persona));
      await signInOn(first, landsOn);
      await first.mp.close();
      return keep(await openPhone(server, persona, { phone: first.phone, start, query }));
    },
    /** Comes back to the page, which reads itself anew. */
    async look({ mp }: OpenPhone): Promise<void> {
      await mp.hide();
      await mp.show();
    },
    async abandon(): Promise<void> {
      for (const { mp } of phones) await mp.abandon();
    },
    /** What went wrong on any of the phones. */
    problems: (): unknown[] => phones.flatMap(({ mp }) => [...mp.problems(), ...mp.errors()]),
  };
}
