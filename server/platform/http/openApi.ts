/** The OpenAPI document, made at the first question and kept. */
export function describeContract(tryOut: boolean): () => unknown {
  let document: unknown;
  return () =>
    (document ??= { openapi: "3.1.0", info: { title: "人才一站办", version: "1" }, paths: {}, tryOut });
}
