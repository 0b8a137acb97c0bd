import { CONTRACT } from "@talent/shared/contract/index";

/**
 * Source of `src/api/endpointTable.ts`: method and path of every endpoint of the contract. The mini-program takes
 * only types from the contract itself, so that no schema is shipped to the phone.
 */
export function endpointTableSource(): string {
  const rows = Object.entries(CONTRACT).map(
    ([name, { method, path }]) =>
      `  ${JSON.stringify(name)}: [${JSON.stringify(method)}, ${JSON.stringify(path)}],`,
  );
  return [
    `import type { EndpointName } from "@talent/shared/contract/index";`,
    "",
    `type Method = "GET" | "POST" | "PUT" | "DELETE";`,
    "",
    "/** Method and path of every endpoint. Written from the contract by `npm run endpoints`; do not edit. */",
    "export const ENDPOINTS: Readonly<Record<EndpointName, readonly [Method, string]>> = {",
    ...rows,
    "};",
    "",
  ].join("\n");
}
