import { ownedFiles } from "../../../server/features/cycles/commands/attachments";
import { refusal } from "../../support/caseCalls";
import { pdf } from "../../support/sampleFiles";
import { startTestServer, type TestServer } from "../../support/testServer";
import { GOOD, createCyclePeople, cycleCalls, cycleIn, type CyclePeople } from "./cyclePeople";

let server: TestServer;
let people: CyclePeople;
beforeAll(async () => {
  server = await startTestServer({ roles: "web", now: "2026-11-10T02:00:00.000Z" });
  people = await createCyclePeople(server);
});
afterAll(() => server.stop());

test("files of the draft are the employer's alone until they are handed in; those left out are deleted", async () => {
  const calls = cycleCalls(server);
  const { id } = await calls.mine(people.talent);
  await calls.moveTo("2026-11-10T10:00");
  const upload = (person: { token: string }, name: string) => {
    const form = new FormData();
    form.append("file", new Blob([new Uint8Array(pdf())], { type: "application/pdf" }), name);
    return server.call("POST", `/api/cycles/${id}/evaluation-files`, { token: person.token, form });
  };
  await upload(people.employer, "考核表.pdf");
  const draft = cycleIn(await upload(people.employer, "旧表.pdf")).draft;
  const [kept = "", left = ""] = draft?.attachments.map((file) => file.id) ?? [];
  const open = (person: { token: string }, file: string) =>
    server.call("GET", `/api/cycles/${id}/evaluation-files/${file}`, { token: person.token });
  expect((await open(people.employer, kept)).status).toBe(200);
  expect(refusal(await open(people.talent, kept))).toBe("404 not_found");
  await calls.post(people.employer, `${id}/evaluation`, { ...GOOD, attachmentIds: [kept] });
  expect((await open(people.talent, kept)).status).toBe(200);
  expect(refusal(await open(people.employer, left))).toBe("404 not_found");
  expect(await ownedFiles([kept, left])).toEqual([kept]);
  expect(refusal(await upload(people.employer, "再来.pdf"))).toBe("409 state_changed");
});
