import { startTestServer, type TestServer } from "../../support/testServer";
import { addItem, createWorld, itemVersion, type Person, type World } from "../../support/world";
import { caseCalls, detailsOf, refusal, requestIn } from "../../support/caseCalls";
import sharp from "sharp";

let server: TestServer;
let world: World;
let calls: ReturnType<typeof caseCalls>;
let itemId: string;
let photo: Buffer;

const both = (zh: string) => ({ zh, en: zh });
const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

function upload(person: Person, id: string, materialKey: string, file: Buffer, name: string, key?: string) {
  const form = new FormData();
  form.set("materialKey", materialKey);
  form.set("file", new Blob([new Uint8Array(file)]), name);
  return server.call("POST", `/api/requests/${id}/materials`, {
    token: person.token,
    form,
    ...(key === undefined ? {} : { key }),
  });
}

const download = (person: Person, id: string, fileId: string) =>
  server.call("GET", `/api/requests/${id}/materials/${fileId}`, { token: person.token });

async function draft(): Promise<string> {
  return requestIn(await calls.post(world.talent, "", { itemId, ...calls.form })).id;
}

beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  world = await createWorld(server);
  calls = caseCalls(server, world);
  const item = await addItem(
    "papers",
    itemVersion({
      materials: [
        { key: "plan", name: both("计划"), required: true, identity: false },
        { key: "idCard", name: both("身份证"), required: false, identity: true },
      ],
    }),
  );
  itemId = item._id.toHexString();
  photo = await sharp({ create: { width: 400, height: 250, channels: 3, background: "#336699" } })
    .jpeg()
    .toBuffer();
});

afterAll(() => server.stop());

test("a real file is taken, read back unchanged, and makes the form complete", async () => {
  const id = await draft();
  expect(detailsOf(await calls.post(world.talent, `/${id}/submit`))).toEqual({ materials: ["plan"] });
  const after = requestIn(await upload(world.talent, id, "plan", PDF, "计划.pdf"));
  const [file] = after.materials[0]?.files ?? [];
  expect(file).toMatchObject({ fileName: "计划.pdf", mime: "application/pdf", bytes: PDF.length });
  const back = await download(world.talent, id, file?.id ?? "");
  expect(back.body).toEqual(PDF);
  expect(back.headers.get("content-security-policy")).toContain("sandbox");
  requestIn(await calls.post(world.talent, `/${id}/submit`));
  expect(((await download(world.district, id, file?.id ?? "")).body as Buffer).equals(PDF)).toBe(true);
});

test("an identity image is viewed with a watermark", async () => {
  const id = await draft();
  const after = requestIn(await upload(world.talent, id, "idCard", photo, "证件.jpg"));
  const fileId = after.materials[1]?.files[0]?.id ?? "";
  const seen = (await download(world.talent, id, fileId)).body as Buffer;
  expect(seen.equals(photo)).toBe(false);
  expect(await sharp(seen).metadata()).toMatchObject({ width: 400, height: 250, format: "jpeg" });
});

test("files are only for who may see the request", async () => {
  const id = await draft();
  const after = requestIn(await upload(world.talent, id, "plan", PDF, "计划.pdf"));
  const fileId = after.materials[0]?.files[0]?.id ?? "";
  expect(refusal(await download(world.district, id, fileId))).toBe("404 not_found");
  const other = requestIn(await calls.post(world.talent, "", { itemId }));
  expect(refusal(await download(world.talent, other.id, fileId))).toBe("404 not_found");
});

test("every reading by staff stands in the talent's own list", async () => {
  const id = await draft();
  const after = requestIn(await upload(world.talent, id, "plan", PDF, "计划.pdf"));
  const { number } = requestIn(await calls.post(world.talent, `/${id}/submit`));
  await download(world.district, id, after.materials[0]?.files[0]?.id ?? "");
  await new Promise((resolve) => setTimeout(resolve, 700));
  const log = await server.call("GET", "/api/me/access-log", { token: world.talent.token });
  expect((log.body as { items: unknown[] }).items).toContainEqual(
    expect.objectContaining({ what: "material", who: "王芳", subject: number }),
  );
});

test.each([
  ["a program named as a document", Buffer.from("MZ\u0000\u0000program"), "plan.pdf"],
  ["an image named as a document", null, "plan.pdf"],
])("refuses %s", async (_, content, name) => {
  const id = await draft();
  const answer = await upload(world.talent, id, "plan", content ?? photo, name);
  expect(answer.status).toBe(415);
  expect(requestIn(await calls.read(world.talent, id)).materials[0]?.files).toEqual([]);
});

test("refuses a file above the limit and keeps nothing of it", async () => {
  const id = await draft();
  const large = Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]);
  expect(refusal(await upload(world.talent, id, "plan", large, "计划.pdf"))).toBe("413 file_too_large");
  expect(requestIn(await calls.read(world.talent, id)).materials[0]?.files).toEqual([]);
});

test("refuses a material that the item does not ask for", async () => {
  const id = await draft();
  const answer = await upload(world.talent, id, "passport", PDF, "a.pdf");
  expect(detailsOf(answer)).toEqual({ fields: [{ field: "body.materialKey", problem: "unknown" }] });
});

test("takes six files of a material, also sent at once, and no seventh", async () => {
  const id = await draft();
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) => upload(world.talent, id, "plan", PDF, `${index}.pdf`)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 201, 422, 422]);
  expect(requestIn(await calls.read(world.talent, id)).materials[0]?.files).toHaveLength(6);
});

test("a repeated upload with one key is one file", async () => {
  const id = await draft();
  await upload(world.talent, id, "plan", PDF, "计划.pdf", "upload-key-1");
  const again = requestIn(await upload(world.talent, id, "plan", PDF, "计划.pdf", "upload-key-1"));
  expect(again.materials[0]?.files).toHaveLength(1);
});

test("files are taken back only before they are handed in", async () => {
  const id = await draft();
  const first = requestIn(await upload(world.talent, id, "plan", PDF, "一.pdf"));
  const fileId = first.materials[0]?.files[0]?.id ?? "";
  const remove = (file: string) =>
    server.call("DELETE", `/api/requests/${id}/materials/${file}`, { token: world.talent.token });
  expect(requestIn(await remove(fileId)).materials[0]?.files).toEqual([]);
  const kept =
    requestIn(await upload(world.talent, id, "plan", PDF, "二.pdf")).materials[0]?.files[0]?.id ?? "";
  requestIn(await calls.post(world.talent, `/${id}/submit`));
  expect(refusal(await remove(kept))).toBe("409 state_changed");
  expect(refusal(await upload(world.talent, id, "plan", PDF, "三.pdf"))).toBe("409 state_changed");

  const items = [{ materialKey: "plan", title: "计划", why: "缺第二页" }];
  server.clock.moveTo(new Date("2026-10-09T02:00:00Z"));
  requestIn(await calls.post(world.district, `/${id}/supplement`, { items }));
  expect(refusal(await remove(kept))).toBe("403 action_not_allowed");
  const missing = await calls.post(world.talent, `/${id}/supplement/answer`, { note: "就这样" });
  expect(detailsOf(missing)).toEqual({ materials: ["plan"] });
  server.clock.moveTo(new Date("2026-10-09T03:00:00Z"));
  requestIn(await upload(world.talent, id, "plan", PDF, "补.pdf"));
  expect(requestIn(await calls.post(world.talent, `/${id}/supplement/answer`)).status).toBe("submitted");
});
