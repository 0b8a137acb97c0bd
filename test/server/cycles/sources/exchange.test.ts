import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { withoutNumber } from "../../../../server/features/cycles/sources/evidence";
import { askOnce } from "../../../../server/features/cycles/sources/exchange";

const QUESTION = {
  idNumber: "999999198601018011",
  employerName: "示例单位",
  districtCode: "500103",
  startsOn: "2023-10-10",
  endsOn: "2026-10-09",
};

let server: Server;
let asked: { url: string | undefined; authorization: string | undefined }[];
let answerWith: (response: ServerResponse) => void;
beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push({ url: request.url, authorization: request.headers.authorization });
    request.resume().on("end", () => answerWith(response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
});

const ask = () => {
  const { port } = server.address() as AddressInfo;
  return askOnce({ url: `http://127.0.0.1:${port}/ask`, secret: "sixteen-characters" }, QUESTION, 500);
};
const answers = (text: string) => {
  answerWith = (response) => response.end(text);
};

test("the number is in the body alone, the secret in its header", async () => {
  answers(JSON.stringify({ result: "pass", evidence: "有记录", further: 1 }));
  expect(await ask()).toEqual({ result: "pass", evidence: "有记录" });
  expect(asked).toEqual([{ url: "/ask", authorization: "Bearer sixteen-characters" }]);
});

test.each([
  ["a result of its own", JSON.stringify({ result: "maybe", evidence: "…" })],
  ["no evidence", JSON.stringify({ result: "pass" })],
  ["evidence without end", JSON.stringify({ result: "pass", evidence: "长".repeat(501) })],
  ["nothing", ""],
  ["more than anybody reads", "x".repeat(100_000)],
])("an answer with %s is not understood", async (_what, text) => {
  answers(text);
  await expect(ask()).rejects.toMatchObject({ reason: "notUnderstood" });
});

test("a redirection is not followed: the number goes nowhere else", async () => {
  answerWith = (response) => response.writeHead(307, { location: "/elsewhere" }).end();
  await expect(ask()).rejects.toMatchObject({ reason: "notReachable" });
  expect(asked).toHaveLength(1);
});

test("an answer that stops half-way is late", async () => {
  answerWith = (response) => void response.write('{"result":"pa');
  await expect(ask()).rejects.toMatchObject({ reason: "timedOut" });
});

test("evidence that repeats the number shows it masked", () => {
  const shown = withoutNumber(`${QUESTION.idNumber} 已参保`, QUESTION.idNumber);
  expect(shown).not.toContain(QUESTION.idNumber);
  expect(shown).toContain("已参保");
});
