import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import type { Answer, TestServer } from "./testServer";
import type { Person, World } from "./world";

/** The error code of an answer, with its status, as `409 state_changed`. */
export function refusal(answer: Answer): string {
  const { error } = answer.body as { error?: { code: string } };
  return `${answer.status} ${error?.code ?? "no error"}`;
}

export function detailsOf(answer: Answer): Record<string, unknown> {
  return (answer.body as { error: { details?: Record<string, unknown> } }).error.details ?? {};
}

/** The request in an answer that has to be one. */
export function requestIn(answer: Answer): RequestDetail {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as RequestDetail;
}

/** Names of what the reader may do. */
export function offered(request: RequestDetail): string[] {
  return request.can.map(({ action }) => action);
}

/** Calls about requests, as people of the world. */
export function caseCalls(server: TestServer, world: World) {
  const post = (person: Person, path: string, body: unknown = {}, key?: string) =>
    server.call("POST", `/api/requests${path}`, {
      token: person.token,
      ...(body === undefined ? {} : { body }),
      ...(key === undefined ? {} : { key }),
    });
  const form = { points: ["请安排一次咨询"], consents: { processing: true } };

  async function submitted(): Promise<RequestDetail> {
    const body = { itemId: world.item._id.toHexString(), submit: true, ...form };
    return requestIn(await post(world.talent, "", body));
  }
  async function accepted(): Promise<RequestDetail> {
    const { id } = await submitted();
    return requestIn(await post(world.district, `/${id}/accept`));
  }
  async function dispatched(): Promise<RequestDetail> {
    const { id } = await accepted();
    return requestIn(await post(world.district, `/${id}/dispatch`, { postId: world.post.id }));
  }
  async function handling(): Promise<RequestDetail> {
    const { id } = await dispatched();
    return requestIn(await post(world.liaison, `/${id}/sign`));
  }
  async function completed(): Promise<RequestDetail> {
    const { id } = await handling();
    const answers = [{ outcome: "done", note: "已经安排" }];
    return requestIn(await post(world.liaison, `/${id}/complete`, { answers }));
  }
  const read = async (person: Person, id: string) =>
    server.call("GET", `/api/requests/${id}`, { token: person.token });

  return { post, form, read, submitted, accepted, dispatched, handling, completed };
}
