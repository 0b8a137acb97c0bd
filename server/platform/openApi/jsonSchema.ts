import * as z from "zod/mini";

/** A JSON Schema 2020-12 node, which OpenAPI 3.1 uses as it is. */
export type JsonSchema = Record<string, unknown>;

/** @param io `input` = what a caller sends, `output` = what an answer holds */
export function jsonSchemaOf(schema: z.ZodMiniType, io: "input" | "output"): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    target: "draft-2020-12",
    unrepresentable: "any",
  });
  return rest;
}

/** The properties of an object schema, each with whether it has to be there. */
export function propertiesOf(
  schema: z.ZodMiniType,
): { name: string; schema: JsonSchema; required: boolean }[] {
  const { properties = {}, required = [] } = jsonSchemaOf(schema, "input") as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    schema: property,
    required: required.includes(name),
  }));
}
