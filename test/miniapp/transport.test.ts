import { createTransport, type TokenKeeper } from "../../miniapp/src/api/transport";
import type { Send, WireAnswer, WireRequest } from "../../miniapp/src/api/wire";
import { NetworkError } from "../../miniapp/src/platform/types";

const expired: WireAnswer = { status: 401, body: { error: { code: "token_expired", message: "expired" } } };
const fine: WireAnswer = { status: 200, body: { ok: true } };

/** A server that knows one valid token, and a keeper that can exchange it. */
function scene(options: { refreshFails?: WireAnswer } = {}) {
  let token = "old";
  let ended = false;
  const sent: WireRequest[] = [];
  let refreshes = 0;
  const send: Send = async (request) => {
    sent.push(request);
    return request.headers["authorization"] === "Bearer new" ? fine : expired;
  };
  const keeper: TokenKeeper = {
    accessToken: () => token,
    refreshToken: () => "refresh",
    async refresh() {
      refreshes += 1;
      await Promise.resolve();
      if (options.refreshFails !== undefined) {
        const { ApiError } = await import("../../miniapp/src/api/errors");
        throw new ApiError(401, "refresh_token_invalid", "over");
      }
      token = "new";
    },
    ended: () => {
      ended = true;
    },
  };
  return { transport: createTransport(send, keeper), sent, refreshes: () => refreshes, ended: () => ended };
}

test("exchanges an expired token once, however many calls find it expired at once", async () => {
  const { transport, refreshes, sent } = scene();
  const calls = [1, 2, 3].map((n) => transport.call({ method: "GET", path: `/api/${n}` }));
  expect(await Promise.all(calls)).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
  expect(refreshes()).toBe(1);
  expect(sent).toHaveLength(6);
});

test("forgets the session when it cannot be continued, and says so", async () => {
  const { transport, ended } = scene({ refreshFails: expired });
  await expect(transport.call({ method: "GET", path: "/api/me" })).rejects.toMatchObject({
    status: 401,
    code: "refresh_token_invalid",
  });
  expect(ended()).toBe(true);
});

test("repeats a write with the same key when no answer came, and gives up after the second attempt", async () => {
  const keys: (string | undefined)[] = [];
  const send: Send = (request) => {
    keys.push(request.headers["idempotency-key"]);
    return Promise.reject(new NetworkError("lost"));
  };
  const keeper: TokenKeeper = {
    accessToken: () => undefined,
    refreshToken: () => undefined,
    refresh: () => Promise.resolve(),
    ended: () => undefined,
  };
  const { call } = createTransport(send, keeper);
  await expect(call({ method: "POST", path: "/api/x", idempotencyKey: "k1" })).rejects.toBeInstanceOf(
    NetworkError,
  );
  expect(keys).toEqual(["k1", "k1"]);
});

test("turns a refusal into its code and details, and a foreign body into `unknown`", async () => {
  const answers: WireAnswer[] = [
    {
      status: 409,
      body: { error: { code: "state_changed", message: "changed", details: { status: "withdrawn" } } },
    },
    { status: 502, body: "<html>" },
  ];
  const keeper: TokenKeeper = {
    accessToken: () => "t",
    refreshToken: () => "r",
    refresh: () => Promise.resolve(),
    ended: () => undefined,
  };
  const { call } = createTransport(() => Promise.resolve(answers.shift() ?? fine), keeper);
  await expect(call({ method: "POST", path: "/api/x" })).rejects.toMatchObject({
    status: 409,
    code: "state_changed",
    details: { status: "withdrawn" },
  });
  await expect(call({ method: "GET", path: "/api/x" })).rejects.toMatchObject({
    status: 502,
    code: "unknown",
  });
});
