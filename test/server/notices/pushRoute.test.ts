import { ConsentModel } from "../../../server/features/notices/index";
import { pushSignature } from "../../../server/features/notices/push/signature";
import { encryptMessage } from "../../../scripts/wechat-sandbox/src/push/pushCrypto";
import { startTestServer, type TestServer } from "../../support/testServer";

const TOKEN = "pushToken1";
const AES_KEY = "k".repeat(43);
let server: TestServer;
let openid: string;
let accountId: string;

beforeAll(async () => {
  server = await startTestServer({
    roles: "web",
    env: { WECHAT_PUSH_TOKEN: TOKEN, WECHAT_PUSH_AES_KEY: AES_KEY },
  });
  ({ accountId } = await server.signInAs("talent-a"));
  const personas = (await (await fetch(`${server.sandboxUrl}/personas`)).json()) as {
    id: string;
    openid: string;
  }[];
  openid = personas.find(({ id }) => id === "talent-a")?.openid ?? "";
});
afterAll(() => server.stop());

const popup = (createTime: number, status = "accept") =>
  JSON.stringify({
    FromUserName: openid,
    CreateTime: createTime,
    MsgType: "event",
    Event: "subscribe_msg_popup_event",
    List: { TemplateId: "t1", SubscribeStatusString: status, PopupScene: "0" },
  });

function push(body: string, query: Record<string, string>): Promise<Response> {
  const search = new URLSearchParams(query).toString();
  return fetch(`${server.baseUrl}/api/wechat/push?${search}`, { method: "POST", body });
}
async function pushSafely(message: string, appid = server.sandbox.credentials.appid): Promise<Response> {
  const Encrypt = encryptMessage(message, appid, AES_KEY);
  const stamp = { timestamp: "1714112445", nonce: "415670741" };
  const msg_signature = pushSignature(TOKEN, stamp.timestamp, stamp.nonce, Encrypt);
  return push(JSON.stringify({ ToUserName: "gh_1", Encrypt }), {
    ...stamp,
    encrypt_type: "aes",
    msg_signature,
  });
}
const consent = () => ConsentModel.findOne({ accountId, templateId: "t1" }).lean();

test("answers the address check with the echo, and only to WeChat", async () => {
  const stamp = { timestamp: "1", nonce: "2", echostr: "4375120948345356249" };
  const signature = pushSignature(TOKEN, "1", "2");
  const get = (query: Record<string, string>) =>
    fetch(`${server.baseUrl}/api/wechat/push?${new URLSearchParams(query).toString()}`);
  const good = await get({ ...stamp, signature });
  expect([good.status, await good.text()]).toEqual([200, "4375120948345356249"]);
  expect((await get({ ...stamp, signature: "0".repeat(40) })).status).toBe(403);
});

test("counts a consent event once, however often it is pushed", async () => {
  for (let time = 0; time < 3; time += 1) {
    const answer = await pushSafely(popup(1_700_000_000));
    expect([answer.status, await answer.text()]).toEqual([200, "success"]);
  }
  expect((await consent())?.remaining).toBe(1);
  await Promise.all([1, 2, 3, 4].map((second) => pushSafely(popup(1_700_000_100 + second))));
  expect((await consent())?.remaining).toBe(5);
});

test("a refusal takes everything away", async () => {
  await pushSafely(popup(1_700_000_200, "reject"));
  expect(await consent()).toMatchObject({ remaining: 0, choice: "reject" });
});

test("refuses forged, plain and misdirected pushes and changes nothing", async () => {
  const before = await consent();
  const stamp = { timestamp: "1", nonce: "2" };
  const plain = await push(popup(1_700_000_300), { ...stamp, signature: pushSignature(TOKEN, "1", "2") });
  const forged = await push(JSON.stringify({ Encrypt: "AAAA" }), {
    ...stamp,
    encrypt_type: "aes",
    msg_signature: "0".repeat(40),
  });
  const other = await pushSafely(popup(1_700_000_300), "wx0000000000000000");
  const empty = await push("", stamp);
  expect([plain.status, forged.status, other.status, empty.status]).toEqual([403, 403, 403, 403]);
  expect(await consent()).toEqual(before);
});

test("ignores events of strangers and unknown events", async () => {
  const stranger = await pushSafely(popup(1_700_000_400).replace(openid, "oNOBODY"));
  const unknown = await pushSafely(
    JSON.stringify({ FromUserName: openid, Event: "something_new", CreateTime: 1 }),
  );
  expect([stranger.status, unknown.status]).toEqual([200, 200]);
});
