import { CONTRACT } from "@talent/shared/contract/index";
import type { Endpoint } from "@talent/shared/contract/endpoint";
import { ERRORS } from "@talent/shared/contract/errors";
import { operationOf } from "./operation";

const COMPONENTS = {
  securitySchemes: {
    bearer: {
      type: "http",
      scheme: "bearer",
      bearerFormat: "JWT",
      description: "The token of POST /api/sessions; good for ten minutes, then refreshed.",
    },
  },
  parameters: {
    IdempotencyKey: {
      name: "Idempotency-Key",
      in: "header",
      description: "Names this write: repeated with the same content it changes nothing more.",
      schema: { type: "string", pattern: "^[A-Za-z0-9_-]{8,80}$" },
    },
  },
  schemas: {
    Error: {
      type: "object",
      required: ["error"],
      properties: {
        error: {
          type: "object",
          required: ["code", "message"],
          properties: {
            code: { type: "string", enum: Object.keys(ERRORS) },
            message: { type: "string" },
            details: {
              type: "object",
              properties: {
                fields: {
                  type: "array",
                  items: {
                    type: "object",
                    required: ["field", "problem"],
                    properties: { field: { type: "string" }, problem: { type: "string" } },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
} as const;

/**
 * The contract as an OpenAPI 3.1 document.
 * @param tryOut whether the routes that exist only while trying out are part of it
 */
export function openApiDocument(tryOut: boolean): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  const tags = new Set<string>();
  for (const [name, endpoint] of Object.entries(CONTRACT) as [string, Endpoint][]) {
    if (endpoint.tryOutOnly && !tryOut) continue;
    const path = endpoint.path.replace(/:(\w+)/g, "{$1}");
    (paths[path] ??= {})[endpoint.method.toLowerCase()] = operationOf(name, endpoint);
    tags.add(name.split(".")[0] ?? name);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "人才一站办",
      version: "1.0.0",
      description: "One-stop services for high-level talents after DB50/T 1733—2024.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    tags: [...tags].map((name) => ({ name })),
    paths,
    components: COMPONENTS,
  };
}

/** The document, made at the first question and kept. */
export function keptOpenApiDocument(tryOut: boolean): () => Record<string, unknown> {
  let document: Record<string, unknown> | undefined;
  return () => (document ??= openApiDocument(tryOut));
}
