import { HallModel, WindowModel } from "../../server/features/counters/index";
import { ticketIn } from "./hall";
import type { TestServer } from "./testServer";

/** What stands in the municipal hall for whoever looks at its pages. */
export interface HallVisit {
  hall: string;
  /** The window at which the municipal specialist sits. */
  window: string;
  /** A number of the talent, waiting. */
  ticket: string;
}

/** Lets the demonstration's specialist sit down at a free window of the municipal hall, and the talent take a number. */
export async function visitHall(server: TestServer): Promise<HallVisit> {
  const hall = await HallModel.findOne({ level: "municipal" }).lean();
  const window = await WindowModel.findOne({ hallId: hall?._id.toHexString(), status: "closed" }).lean();
  if (hall === null || window === null) throw new Error("the demonstration has no free window");
  const hallId = hall._id.toHexString();
  const windowId = window._id.toHexString();
  const post = async (persona: string, path: string, body: object) =>
    server.call("POST", path, { token: (await server.signInAs(persona)).token, body });
  await post("municipal-specialist", `/api/counter/windows/${windowId}/open`, {});
  const taken = await post("talent-b", "/api/tickets", { hallId, itemId: hall.groups[0]?.itemIds[0] });
  return { hall: hallId, window: windowId, ticket: ticketIn(taken).id };
}
