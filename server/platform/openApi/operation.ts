import { ERRORS, type ErrorCode } from "@talent/shared/contract/errors";
import type { Endpoint } from "@talent/shared/contract/endpoint";
import { jsonSchemaOf, propertiesOf, type JsonSchema } from "./jsonSchema";

const ERROR_REF = { $ref: "#/components/schemas/Error" };

/** Errors that belong to the form of an endpoint; a feature's own refusals stand under their status as well. */
const ALWAYS: readonly ErrorCode[] = ["invalid_input", "too_many_requests", "internal"];
const SIGNED_IN: readonly ErrorCode[] = ["token_missing", "token_invalid", "token_expired"];
const ONE_THING: readonly ErrorCode[] = ["not_found"];
const WRITE: readonly ErrorCode[] = [
  "invalid_idempotency_key",
  "body_too_large",
  "content_type_not_supported",
  "state_changed",
  "idempotency_key_reused",
];
const UPLOAD: readonly ErrorCode[] = [
  "file_too_large",
  "file_type_not_allowed",
  "file_type_mismatch",
  "file_missing",
  "file_rejected",
  "too_many_files",
];

function codesOf(endpoint: Endpoint): ErrorCode[] {
  return [
    ...ALWAYS,
    ...(endpoint.access === "anyone" ? [] : SIGNED_IN),
    ...(typeof endpoint.access === "string" ? [] : (["role_not_allowed"] as const)),
    ...(endpoint.params === undefined ? [] : ONE_THING),
    ...(endpoint.method === "GET" ? [] : WRITE),
    ...(endpoint.bodyType === "multipart" ? UPLOAD : []),
  ];
}

function errorAnswers(endpoint: Endpoint): Record<string, unknown> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codesOf(endpoint))
    byStatus.set(ERRORS[code], [...(byStatus.get(ERRORS[code]) ?? []), code]);
  const answers = [...byStatus].sort(([a], [b]) => a - b);
  return Object.fromEntries(
    answers.map(([status, codes]) => [
      String(status),
      { description: codes.join(", "), content: { "application/json": { schema: ERROR_REF } } },
    ]),
  );
}

function goodAnswer(endpoint: Endpoint): Record<string, unknown> {
  if (endpoint.output === undefined) return { "204": { description: "Done" } };
  const status = String(endpoint.status ?? 200);
  if (endpoint.output === "binary")
    return { [status]: { description: "The bytes", content: { "*/*": { schema: {} } } } };
  const schema = jsonSchemaOf(endpoint.output, "output");
  return { [status]: { description: "Done", content: { "application/json": { schema } } } };
}

function bodyOf(endpoint: Endpoint): Record<string, unknown> | undefined {
  if (endpoint.body === undefined && endpoint.bodyType !== "multipart") return undefined;
  const schema = endpoint.body === undefined ? {} : jsonSchemaOf(endpoint.body, "input");
  if (endpoint.bodyType !== "multipart")
    return { required: true, content: { "application/json": { schema } } };
  const { properties = {}, required = [] } = schema as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  const withFile: JsonSchema = {
    type: "object",
    properties: { ...properties, file: { type: "string", contentMediaType: "application/octet-stream" } },
    required: [...required, "file"],
    additionalProperties: false,
  };
  return { required: true, content: { "multipart/form-data": { schema: withFile } } };
}

function parametersOf(endpoint: Endpoint): unknown[] {
  const parts = [
    ...(endpoint.params === undefined
      ? []
      : propertiesOf(endpoint.params).map((part) => ({ ...part, required: true, in: "path" }))),
    ...(endpoint.query === undefined
      ? []
      : propertiesOf(endpoint.query).map((part) => ({ ...part, in: "query" }))),
  ];
  return endpoint.method === "GET" ? parts : [...parts, { $ref: "#/components/parameters/IdempotencyKey" }];
}

/** One endpoint of the contract as an OpenAPI operation. */
export function operationOf(name: string, endpoint: Endpoint): Record<string, unknown> {
  const body = bodyOf(endpoint);
  const roles = typeof endpoint.access === "string" ? endpoint.access : endpoint.access.join(", ");
  return {
    operationId: name,
    summary: endpoint.summary,
    description: `Who may call: ${roles}.`,
    tags: [name.split(".")[0] ?? name],
    parameters: parametersOf(endpoint),
    ...(body === undefined ? {} : { requestBody: body }),
    responses: { ...goodAnswer(endpoint), ...errorAnswers(endpoint) },
    security: endpoint.access === "anyone" ? [{}, { bearer: [] }] : [{ bearer: [] }],
  };
}
