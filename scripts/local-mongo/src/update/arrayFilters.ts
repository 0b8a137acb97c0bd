import { badValue, failedToParse } from "../errors";
import { isDoc, typeName } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { show } from "../bson/show";
import type { QueryContext } from "../query/context";
import { compileMatch } from "../query/match";
import { rootField } from "../query/path";
import type { Test } from "../query/path";

function identifierOf(filter: Doc): string {
  for (const key of Object.keys(filter)) {
    const operand = filter[key];
    if (!key.startsWith("$")) return rootField(key);
    if (!Array.isArray(operand)) continue;
    for (const part of operand) {
      const inner = isDoc(part) ? identifierOf(part) : "";
      if (inner !== "") return inner;
    }
  }
  return "";
}

/** The filters of `arrayFilters` by the identifier they speak of. */
export class ArrayFilters {
  private readonly tests = new Map<string, Test>();

  /** @throws MongoError for malformed, doubled or unused filters */
  constructor(filters: Value, update: Doc, context: QueryContext) {
    if (filters === undefined) return;
    if (!Array.isArray(filters)) throw failedToParse("arrayFilters must be an array");
    for (const filter of filters) {
      if (!isDoc(filter)) throw badValue(`Array filter must be an object, found ${typeName(filter)}`);
      const identifier = identifierOf(filter);
      if (identifier === "") {
        throw failedToParse("Cannot use an expression without a top-level field name in arrayFilters");
      }
      if (!/^[a-z][a-zA-Z0-9]*$/.test(identifier)) {
        throw badValue(
          `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${identifier}'`,
        );
      }
      if (this.tests.has(identifier)) {
        throw failedToParse(`Found multiple array filters with the same top-level field name ${identifier}`);
      }
      const matches = compileMatch(filter, context);
      this.tests.set(identifier, (v) => matches({ [identifier]: v }));
    }
    this.refuseUnused(update);
  }

  private refuseUnused(update: Doc): void {
    const paths = Object.values(update).flatMap((fields) => (isDoc(fields) ? Object.keys(fields) : []));
    for (const identifier of this.tests.keys()) {
      if (paths.some((path) => path.split(".").includes(`$[${identifier}]`))) continue;
      throw failedToParse(
        `The array filter for identifier '${identifier}' was not used in the update ${show(update)}`,
      );
    }
  }

  /** @throws MongoError 2 when no filter has the identifier */
  test(identifier: string, path: string): Test {
    if (identifier === "") return () => true;
    const test = this.tests.get(identifier);
    if (!test) throw badValue(`No array filter found for identifier '${identifier}' in path '${path}'`);
    return test;
  }
}
