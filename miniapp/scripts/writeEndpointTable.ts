import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { endpointTableSource } from "./endpointTable";

const file = path.resolve(path.dirname(process.argv[1] ?? "."), "../src/api/endpointTable.ts");
const source = endpointTableSource();
if (!existsSync(file) || readFileSync(file, "utf8") !== source) writeFileSync(file, source);
