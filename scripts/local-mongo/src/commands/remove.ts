import { decode } from "../bson/decode";
import type { Doc } from "../bson/value";
import { compileMatch } from "../query/match";
import { withoutPauses } from "../pause";
import type { Collection } from "../store/collection";
import { collectionName, flag, missing, optionalDoc, refuseUnknownFields } from "./arguments";
import { limitOfDelete } from "./find";
import { namespace } from "./handler";
import type { Request, WriteHandlers } from "./handler";
import { queryContext, select } from "./reading";
import { asDoc, runBulk, statements, withRefusals } from "./writing";

const DELETE_FIELDS = new Set("delete deletes ordered let bypassDocumentValidation".split(" "));
const STATEMENT_FIELDS = new Set("q limit collation hint sampleId".split(" "));

function removeMatching(
  statement: Doc,
  command: Doc,
  collection: Collection | undefined,
  request: Request,
): number {
  refuseUnknownFields(statement, STATEMENT_FIELDS, "delete.deletes");
  const filter = optionalDoc(statement, "q");
  if (!filter) throw missing(statement, "q");
  const limit = limitOfDelete(statement["limit"]);
  const context = queryContext(statement, collection, command["let"]);
  compileMatch(filter, context);
  if (!collection) return 0;
  const { store } = request.engine;
  const query = { filter, hint: statement["hint"], limit };
  let removed = 0;
  for (const record of withoutPauses(select(store, collection, query, context))) {
    store.documents.remove(collection, record, decode(record.bytes));
    removed++;
  }
  return removed;
}

function remove(command: Doc, request: Request): Doc {
  refuseUnknownFields(command, DELETE_FIELDS);
  const list = statements(command, "deletes", request);
  const collection = request.engine.store.catalog.get(namespace(request, collectionName(command)));
  let n = 0;
  const refusals = runBulk(list, flag(command, "ordered", true), (statement) => {
    n += removeMatching(asDoc(statement), command, collection, request);
  });
  return withRefusals({ n }, refusals);
}

export const removeHandlers: WriteHandlers = { delete: remove };
