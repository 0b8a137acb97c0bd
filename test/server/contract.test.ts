import type { ErrorBody } from "@talent/shared/contract/errors";
import { CONTRACT } from "@talent/shared/contract/index";
import type { Endpoint } from "@talent/shared/contract/endpoint";
import { ROLES, type Role } from "@talent/shared/domain/roles";
import { startTestServer, type TestServer } from "../support/testServer";

const ENDPOINTS = Object.entries(CONTRACT) as [string, Endpoint][];
const PROTECTED = ENDPOINTS.filter(([, endpoint]) => endpoint.access !== "anyone");
const FOR_ROLES = PROTECTED.flatMap(([name, endpoint]) =>
  typeof endpoint.access === "string"
    ? []
    : ROLES.filter((role) => !endpoint.access.includes(role)).map((role) => [name, role, endpoint] as const),
);
const ANY_ID = "0123456789abcdef01234567";

/** One persona of the sandbox lends its account to each role in turn. */
const PERSONA: Readonly<Record<Role, string>> = {
  talent: "talent-a",
  municipalSpecialist: "municipal-specialist",
  districtSpecialist: "district-specialist",
  departmentLiaison: "liaison-education",
  employerLiaison: "employer-liaison",
  administrator: "administrator",
  auditor: "auditor",
};

let server: TestServer;
const tokens = new Map<Role, string>();

beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  for (const role of ROLES) {
    const { token } = await server.signInWith(PERSONA[role], {
      name: "测试",
      office: "测试",
      grants: [{ role }],
    });
    tokens.set(role, token);
  }
});
afterAll(() => server.stop());

function pathOf(endpoint: Endpoint): string {
  return endpoint.path
    .replace(/:id\b/, endpoint.path.includes("personas") ? "talent-a" : ANY_ID)
    .replace(/:year\b/, "2026")
    .replace(/:\w+/g, ANY_ID);
}

/** A role that the endpoint admits. */
function admitted(endpoint: Endpoint): string | undefined {
  if (endpoint.access === "anyone") return undefined;
  const role = endpoint.access === "signedIn" ? "talent" : (endpoint.access[0] ?? "talent");
  return tokens.get(role);
}

const errorOf = ({ status, body }: { status: number; body: unknown }) => ({
  status,
  code: (body as ErrorBody).error.code,
});

test.each(PROTECTED)("%s refuses somebody who is not signed in", async (_name, endpoint) => {
  const answer = await server.call(endpoint.method, pathOf(endpoint));
  expect(errorOf(answer)).toEqual({ status: 401, code: "token_missing" });
});

test.each(PROTECTED)("%s refuses a forged token", async (_name, endpoint) => {
  const token = `${tokens.get("talent") ?? ""}x`;
  const answer = await server.call(endpoint.method, pathOf(endpoint), { token });
  expect(errorOf(answer)).toEqual({ status: 401, code: "token_invalid" });
});

test.each(FOR_ROLES)("%s refuses the role %s", async (_name, role, endpoint) => {
  const answer = await server.call(endpoint.method, pathOf(endpoint), { token: tokens.get(role) });
  expect(errorOf(answer)).toEqual({ status: 403, code: "role_not_allowed" });
});

test.each(ENDPOINTS)("%s refuses an unknown field of the query", async (_name, endpoint) => {
  const answer = await server.call(endpoint.method, `${pathOf(endpoint)}?unheardOf=1`, {
    token: admitted(endpoint),
  });
  expect(errorOf(answer)).toEqual({ status: 400, code: "invalid_input" });
  expect(answer.body).toMatchObject({
    error: {
      details: {
        fields: expect.arrayContaining([{ field: "query.unheardOf", problem: "unknown_field" }]) as unknown,
      },
    },
  });
});

const WITH_JSON = ENDPOINTS.filter(
  ([, { method, bodyType }]) => method !== "GET" && bodyType !== "multipart",
);

test.each(WITH_JSON)("%s refuses an unknown field of the body", async (_name, endpoint) => {
  const answer = await server.call(endpoint.method, pathOf(endpoint), {
    token: admitted(endpoint),
    body: { unheardOf: 1 },
  });
  expect(errorOf(answer)).toEqual({ status: 400, code: "invalid_input" });
  expect(answer.body).toMatchObject({
    error: {
      details: {
        fields: expect.arrayContaining([{ field: "body.unheardOf", problem: "unknown_field" }]) as unknown,
      },
    },
  });
});

test("every protected endpoint that names roles leaves somebody out", () => {
  expect(FOR_ROLES.length).toBeGreaterThan(100);
});

test("an unknown path below /api is 404 and a wrong method 405 with what is allowed", async () => {
  expect(errorOf(await server.call("GET", "/api/nothing"))).toEqual({ status: 404, code: "route_not_found" });
  const wrong = await server.call("DELETE", "/api/me");
  expect(errorOf(wrong)).toEqual({ status: 405, code: "method_not_allowed" });
  expect(wrong.headers.get("allow")).toContain("GET");
});
