import { Validator } from "@seriousme/openapi-schema-validator";
import { CONTRACT } from "@talent/shared/contract/index";
import type { Endpoint } from "@talent/shared/contract/endpoint";
import { openApiDocument } from "../../../server/platform/openApi/document";

interface Operation {
  operationId: string;
  parameters: { name?: string; in?: string; required?: boolean; $ref?: string }[];
  responses: Record<string, unknown>;
  security: unknown[];
  requestBody?: { content: Record<string, { schema: { required?: string[] } }> };
}

const described = openApiDocument(true);

function operation(name: keyof typeof CONTRACT): Operation {
  const endpoint: Endpoint = CONTRACT[name];
  const paths = described["paths"] as Record<string, Record<string, Operation>>;
  const found = paths[endpoint.path.replace(/:(\w+)/g, "{$1}")]?.[endpoint.method.toLowerCase()];
  if (found === undefined) throw new Error(`${name} is not described`);
  return found;
}

test("describes the contract as a valid OpenAPI 3.1 document", async () => {
  const document = structuredClone(described);
  const result = await new Validator().validate(document);
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
});

test("a validator that accepts anything is noticed", async () => {
  const broken = { ...structuredClone(described), paths: { "/x": { get: { responses: 5 } } } };
  expect((await new Validator().validate(broken)).valid).toBe(false);
});

test("describes every endpoint of the contract", () => {
  for (const name of Object.keys(CONTRACT))
    expect(operation(name as keyof typeof CONTRACT).operationId).toBe(name);
});

test("leaves the try-out routes out where they do not exist", () => {
  const paths = Object.keys(openApiDocument(false)["paths"] as object);
  expect(paths.filter((path) => path.startsWith("/api/try-out"))).toEqual([]);
});

test("every write takes an Idempotency-Key and no reading does", () => {
  const takesKey = (name: keyof typeof CONTRACT) =>
    operation(name).parameters.some((parameter) => parameter.$ref?.endsWith("IdempotencyKey"));
  for (const [name, { method }] of Object.entries(CONTRACT))
    expect([name, takesKey(name as keyof typeof CONTRACT)]).toEqual([name, method !== "GET"]);
});

test("a protected endpoint names its token and its refusals", () => {
  const accept = operation("requests.accept");
  expect(accept.security).toEqual([{ bearer: [] }]);
  expect(Object.keys(accept.responses)).toEqual(expect.arrayContaining(["200", "401", "403", "404", "409"]));
});

test("an upload is multipart with a file", () => {
  const { requestBody } = operation("requests.addMaterial");
  expect(requestBody?.content["multipart/form-data"]?.schema.required).toEqual(["materialKey", "file"]);
});
