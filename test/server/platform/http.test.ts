import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTestServer, type TestServer } from "../../support/testServer";

const staticDir = mkdtempSync(join(tmpdir(), "pages-"));
mkdirSync(join(staticDir, "js"));
writeFileSync(join(staticDir, "index.html"), "<!doctype html><title>人才一站办</title>");
writeFileSync(join(staticDir, "js", "app.0123abcd.js"), "1".repeat(5000));

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ roles: "web", env: { STATIC_DIR: staticDir } });
});
afterAll(() => server.stop());

test("is live and ready", async () => {
  expect((await server.call("GET", "/api/health/live")).body).toEqual({ status: "live" });
  expect((await server.call("GET", "/api/health/ready")).body).toEqual({ status: "ready" });
});

test("gives the metrics to this machine alone", async () => {
  await server.call("GET", "/api/service-info");
  const { status, body } = await server.call("GET", "/api/metrics");
  expect(status).toBe(200);
  expect(String(body as Buffer)).toContain(
    'talent_http_request_seconds_count{method="GET",route="/api/service-info",status="200"}',
  );
  const proxied = await server.call("GET", "/api/metrics", { headers: { "x-forwarded-for": "203.0.113.9" } });
  expect(proxied.status).toBe(404);
});

test("serves the pages: files for ever, the app for every other path, missing files as missing", async () => {
  const index = await fetch(`${server.baseUrl}/packages/requests/detail/index?id=1`);
  expect([index.status, index.headers.get("cache-control")]).toEqual([200, "no-cache"]);
  expect(await index.text()).toContain("人才一站办");
  expect(index.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  const script = await fetch(`${server.baseUrl}/js/app.0123abcd.js`);
  expect(script.headers.get("cache-control")).toContain("immutable");
  expect(script.headers.get("content-encoding")).toBe("gzip");
  expect((await fetch(`${server.baseUrl}/js/missing.js`)).status).toBe(404);
  expect((await fetch(`${server.baseUrl}/../../etc/passwd.txt`)).status).toBe(404);
});

test("answers carry a request id, refuse framing and sniffing, and allow no other origin", async () => {
  const { headers } = await server.call("GET", "/api/service-info", {
    headers: { origin: "https://example.org", "x-request-id": "abcdefgh-1" },
  });
  expect(headers.get("x-request-id")).toBe("abcdefgh-1");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("access-control-allow-origin")).toBeNull();
});

test("names the field of a broken body, and refuses what is no JSON or too large", async () => {
  const send = (body: string, type = "application/json") =>
    fetch(`${server.baseUrl}/api/sessions`, { method: "POST", body, headers: { "content-type": type } });
  const codeOf = async (response: Promise<Response>) => {
    const answer = await response;
    return [answer.status, ((await answer.json()) as { error: { code: string } }).error.code];
  };
  expect(await codeOf(send("{"))).toEqual([400, "invalid_input"]);
  expect(await codeOf(send('{"code":5}'))).toEqual([400, "invalid_input"]);
  expect(await codeOf(send("code=1", "application/x-www-form-urlencoded"))).toEqual([
    415,
    "content_type_not_supported",
  ]);
  expect(await codeOf(send(JSON.stringify({ code: "x".repeat(300_000) })))).toEqual([413, "body_too_large"]);
});

test("refuses a malformed idempotency key", async () => {
  const { token } = await server.signInAs("talent-a");
  const answer = await server.call("POST", "/api/notices/read", { token, key: "short" });
  expect(answer).toMatchObject({ status: 400, body: { error: { code: "invalid_idempotency_key" } } });
});
