import type { StartedSandbox } from "./startedSandbox";
import { startedSandbox, withRid } from "./startedSandbox";

const PAGE_CALL = "/wxa/getwxacodeunlimit";
const START = Date.parse("2026-11-24T01:00:00Z");
let sandbox: StartedSandbox;

beforeEach(async () => {
  sandbox = await startedSandbox();
  await at(0);
});
afterEach(() => sandbox.stop());

const at = (seconds: number) =>
  sandbox.send("PUT", "/clock", { now: new Date(START + seconds * 1000).toISOString() });

const stable = (extra: object = {}) =>
  sandbox.send("POST", "/cgi-bin/stable_token", {
    grant_type: "client_credential",
    appid: sandbox.appid,
    secret: sandbox.secret,
    ...extra,
  });

const plain = (query: Record<string, string> = {}) =>
  sandbox.get(
    `/cgi-bin/token?${new URLSearchParams({ grant_type: "client_credential", appid: sandbox.appid, secret: sandbox.secret, ...query }).toString()}`,
  );

/** What a business call says to a token: 40169 stands for "accepted", as the body is empty of a scene. */
const verdict = async (token: unknown) => {
  const answer = await sandbox.send("POST", `${PAGE_CALL}?access_token=${String(token)}`, { scene: "" });
  return answer.errcode;
};

describe("stable_token", () => {
  it("gives the same token again with the remaining seconds", async () => {
    const first = await stable();
    expect(first).toEqual({ access_token: expect.any(String), expires_in: 7200 });
    await at(6855);
    const again = await stable();
    expect(again.access_token).toBe(first.access_token);
    expect(again.expires_in).toBeGreaterThan(340);
    expect(again.expires_in).toBeLessThanOrEqual(345);
  });

  it("renews when five minutes are left, and both tokens work for five minutes", async () => {
    const old = await stable();
    await at(6901);
    const fresh = await stable();
    expect(fresh.access_token).not.toBe(old.access_token);
    expect(fresh.expires_in).toBe(7200);
    await at(6901 + 295);
    expect(await verdict(old.access_token)).toBe(40169);
    await at(6901 + 301);
    expect(await verdict(old.access_token)).toBe(42001);
    expect(await verdict(fresh.access_token)).toBe(40169);
  });

  it("ends the old token at once when the refresh is forced", async () => {
    const old = await stable();
    const forced = await stable({ force_refresh: true });
    expect(forced.access_token).not.toBe(old.access_token);
    expect(await verdict(old.access_token)).toBe(40001);
    expect(await verdict(forced.access_token)).toBe(40169);
  });

  it("does not refresh by force twice within 30 seconds", async () => {
    const first = await stable({ force_refresh: true });
    await at(25);
    expect((await stable({ force_refresh: true })).access_token).toBe(first.access_token);
    await at(31);
    expect((await stable({ force_refresh: true })).access_token).not.toBe(first.access_token);
  });

  it("refreshes by force 20 times a day, and again the next day", async () => {
    for (let count = 0; count < 20; count += 1) {
      await at(count * 60);
      expect(await stable({ force_refresh: true })).toHaveProperty("access_token");
    }
    await at(1260);
    expect(await stable({ force_refresh: true })).toEqual({
      errcode: 45009,
      errmsg: withRid("reach max api daily quota limit"),
    });
    await at(86_400);
    expect(await stable({ force_refresh: true })).toHaveProperty("access_token");
  });

  it("never promises more than 7200 seconds after the clock was moved back", async () => {
    await at(1_000_000);
    await stable();
    await at(0);
    expect((await stable()).expires_in).toBe(7200);
  });

  it.each([
    [{ grant_type: "password" }, 40002, "invalid grant_type"],
    [{ appid: "" }, 41002, "appid missing"],
    [{ secret: "" }, 41004, "appsecret missing"],
    [{ appid: "wx0000000000000000" }, 40013, "invalid appid"],
    [{ secret: "wrong" }, 40125, "invalid appsecret"],
  ])("refuses %j", async (fields, errcode, text) => {
    expect(await stable(fields)).toEqual({ errcode, errmsg: withRid(text) });
  });

  it("takes POST with a JSON body only", async () => {
    expect(await sandbox.get("/cgi-bin/stable_token")).toEqual({
      errcode: 43002,
      errmsg: withRid("require POST method"),
    });
    const post = async (body: string) =>
      (await fetch(`${sandbox.uri}/cgi-bin/stable_token`, { method: "POST", body })).json();
    expect(await post("")).toEqual({ errcode: 44002, errmsg: withRid("empty post data") });
    expect(await post("a=b")).toEqual({ errcode: 47001, errmsg: withRid("data format error") });
    expect(await post("[]")).toEqual({ errcode: 47001, errmsg: withRid("data format error") });
  });
});

describe("token", () => {
  it("gives a new token each time, which ends the one before", async () => {
    const first = await plain();
    const second = await plain();
    expect(second).toEqual({ access_token: expect.any(String), expires_in: 7200 });
    expect(await verdict(first.access_token)).toBe(40001);
    expect(await verdict(second.access_token)).toBe(40169);
  });

  it("never touches the pool of stable_token", async () => {
    const kept = await stable();
    await plain();
    expect(await verdict(kept.access_token)).toBe(40169);
    const own = await plain();
    await stable({ force_refresh: true });
    expect(await verdict(own.access_token)).toBe(40169);
  });

  it.each([
    [{ grant_type: "x" }, 40002],
    [{ appid: "" }, 41002],
    [{ secret: "x" }, 40125],
  ])("refuses %j", async (query, errcode) => {
    expect((await plain(query)).errcode).toBe(errcode);
  });
});

describe("a business call", () => {
  it("names what is wrong with its token", async () => {
    const call = (query: string) => sandbox.send("POST", `${PAGE_CALL}${query}`, { scene: "a" });
    expect(await call("")).toEqual({ errcode: 41001, errmsg: withRid("access_token missing") });
    expect(await call("?access_token=short")).toEqual({
      errcode: 40014,
      errmsg: withRid("invalid access_token"),
    });
    expect(await call(`?access_token=${"x".repeat(136)}`)).toEqual({
      errcode: 40001,
      errmsg: expect.stringMatching(/^invalid credential, access_token is invalid or not latest/),
    });
    const { access_token: token } = await stable();
    await at(7201);
    expect(await call(`?access_token=${String(token)}`)).toEqual({
      errcode: 42001,
      errmsg: withRid("access_token expired"),
    });
  });
});
