import { RequestModel } from "../../server/features/requests/index";
import { addPost, type Person, type TestPost } from "./world";
import type { TestServer } from "./testServer";

/** A second department with its own post and liaison. */
export interface OtherDepartment {
  post: TestPost;
  liaison: Person;
}

/** Adds a department of another field to the world. */
export async function addOtherDepartment(server: TestServer): Promise<OtherDepartment> {
  const { accountId } = await server.signInWith("liaison-health", { name: "代向磊" });
  const post = await addPost({ accountId, name: "代向磊" });
  const liaison = await server.signInWith("liaison-health", {
    name: "代向磊",
    office: "渝北区卫生健康委",
    grants: [{ role: "departmentLiaison", departmentId: post.departmentId }],
  });
  return { post, liaison };
}

/** Who is told what by the events of a request, as `type:recipient`. */
export async function told(requestId: string): Promise<string[]> {
  const stored = await RequestModel.findById(requestId).lean();
  return (stored?.outbox ?? []).map(({ type, recipientId }) => `${type}:${recipientId}`);
}

interface Waits {
  items: { request: { id: string }; waiting: { kind: string; id?: string; dueAt?: string }[] }[];
}

/** Why this request waits for the person. */
export async function waitsFor(server: TestServer, person: Person, requestId: string) {
  const answer = await server.call("GET", "/api/board/waiting", { token: person.token });
  const { items } = answer.body as Waits;
  return items.find(({ request }) => request.id === requestId)?.waiting ?? [];
}
