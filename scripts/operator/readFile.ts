import { readFileSync } from "node:fs";
import * as z from "zod/mini";

/** What is wrong with a file, line by line: where it stands and what it is. */
export class FileProblems extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "FileProblems";
  }
}

/**
 * Reads a JSON file of this shape.
 * @throws FileProblems naming every field that is wrong
 */
export function readDataFile<S extends z.ZodMiniType>(path: string, schema: S): z.output<S> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new FileProblems([`${path}: ${error instanceof Error ? error.message : "cannot be read"}`]);
  }
  const parsed = z.safeParse(schema, content);
  if (parsed.success) return parsed.data;
  throw new FileProblems(
    parsed.error.issues.map(
      ({ path: place, code, message }) => `${place.join(".") || "file"}: ${code} ${message}`,
    ),
  );
}
