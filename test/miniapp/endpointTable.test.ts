import { readFileSync } from "node:fs";
import { endpointTableSource } from "../../miniapp/scripts/endpointTable";
import { fillPath } from "../../miniapp/src/api/address";

test("the client's table of endpoints is the contract's", () => {
  const words = (source: string) => source.replace(/\s+/g, " ");
  expect(words(readFileSync("miniapp/src/api/endpointTable.ts", "utf8"))).toBe(words(endpointTableSource()));
});

test("fills parameters and query, leaving out what is absent", () => {
  expect(fillPath("/api/requests/:id/materials/:fileId", { id: "a/b", fileId: "2" })).toBe(
    "/api/requests/a%2Fb/materials/2",
  );
  expect(fillPath("/api/items", {}, { q: "入学", group: undefined, limit: 20 })).toBe(
    "/api/items?q=%E5%85%A5%E5%AD%A6&limit=20",
  );
});
