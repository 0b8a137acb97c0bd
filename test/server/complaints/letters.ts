import type { ComplaintDetail } from "@talent/shared/contract/schemas/complaints";
import type { Answer, TestServer } from "../../support/testServer";
import type { Person, World } from "../../support/world";

/** The complaint in an answer that has to be one. */
export function letterIn(answer: Answer): ComplaintDetail {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as ComplaintDetail;
}

export const FOUNDED = {
  result: "founded",
  text: "接电话的同志没有登记。",
  measures: "已经补办，并向您道歉。",
};

/** Calls about complaints, as people of the world. */
export function letterCalls(server: TestServer, world: World) {
  const post = (person: Person, path: string, body?: object, key?: string) =>
    server.call("POST", `/api/complaints${path}`, {
      token: person.token,
      ...(body === undefined ? {} : { body }),
      ...(key === undefined ? {} : { key }),
    });
  const read = (person: Person, id: string) =>
    server.call("GET", `/api/complaints/${id}`, { token: person.token });
  const desk = async (person: Person, query = "") =>
    (await server.call("GET", `/api/complaint-desk${query}`, { token: person.token })).body as {
      items: { id: string; number: string }[];
      nextCursor?: string;
    };

  const written = async (body: object = {}) =>
    letterIn(await post(world.talent, "", { kind: "complaint", text: "等了两周没有消息", ...body }));
  async function accepted(body: object = {}): Promise<ComplaintDetail> {
    const { id } = await written(body);
    return letterIn(await post(world.municipal, `/${id}/accept`, {}));
  }
  async function investigating(body: object = {}): Promise<ComplaintDetail> {
    const { id } = await accepted(body);
    return letterIn(
      await post(world.municipal, `/${id}/assign`, { investigatorId: world.district.accountId }),
    );
  }
  async function answered(body: object = {}): Promise<ComplaintDetail> {
    const { id } = await investigating(body);
    return letterIn(await post(world.district, `/${id}/answer`, FOUNDED));
  }
  return { post, read, desk, written, accepted, investigating, answered };
}
