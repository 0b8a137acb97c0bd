import { failedToParse } from "../errors";
import { decode } from "../bson/decode";
import { getField, isDoc } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { withoutPauses } from "../pause";
import { compileMatch } from "../query/match";
import { compileProjection } from "../query/projection";
import type { Collection } from "../store/collection";
import { collectionName, flag, missing, optionalDoc, optionalSort, refuseUnknownFields } from "./arguments";
import { namespace } from "./handler";
import type { Request, WriteHandlers } from "./handler";
import { queryContext, select } from "./reading";
import { runUpdate } from "./updateOne";
import type { UpdateRequest } from "./updateOne";
import { asDoc, runBulk, statements, withRefusals } from "./writing";

const UPDATE_FIELDS = new Set(
  "update updates ordered let bypassDocumentValidation encryptionInformation".split(" "),
);
const STATEMENT_FIELDS = new Set("q u c multi upsert collation arrayFilters hint sampleId".split(" "));

function readStatement(statement: Doc): UpdateRequest {
  refuseUnknownFields(statement, STATEMENT_FIELDS, "update.updates");
  const filter = optionalDoc(statement, "q");
  if (!filter) throw missing(statement, "q");
  if (statement["u"] === undefined) throw missing(statement, "u");
  return {
    filter,
    update: statement["u"],
    multi: flag(statement, "multi"),
    upsert: flag(statement, "upsert"),
    arrayFilters: statement["arrayFilters"],
    hint: statement["hint"],
    constants: optionalDoc(statement, "c") ?? {},
  };
}

function update(command: Doc, request: Request): Doc {
  refuseUnknownFields(command, UPDATE_FIELDS);
  const list = statements(command, "updates", request);
  const ns = namespace(request, collectionName(command));
  const { store } = request.engine;
  let [n, nModified] = [0, 0];
  const upserted: Value[] = [];
  const refusals = runBulk(list, flag(command, "ordered", true), (given, index) => {
    const statement = asDoc(given);
    const collection = store.catalog.get(ns);
    const constants = isDoc(statement["c"]) ? statement["c"] : {};
    const variables = isDoc(command["let"]) ? { ...command["let"], ...constants } : constants;
    const context = queryContext(statement, collection, variables);
    const read = { ...readStatement(statement), constants: variables };
    const result = runUpdate(request, collection, () => store.ensure(ns), read, context);
    n += result.matched;
    nModified += result.modified;
    if (result.upsertedId === undefined) return;
    n++;
    upserted.push({ index, _id: result.upsertedId });
  });
  const reply: Doc = upserted.length > 0 ? { n, upserted, nModified } : { n, nModified };
  return withRefusals(reply, refusals);
}

const FIND_AND_MODIFY_FIELDS = new Set(
  "findAndModify findandmodify query sort remove update new fields upsert bypassDocumentValidation collation arrayFilters hint let encryptionInformation".split(
    " ",
  ),
);

function checkFindAndModify(command: Doc): void {
  refuseUnknownFields(command, FIND_AND_MODIFY_FIELDS, "findAndModify");
  const removes = flag(command, "remove");
  const updates = getField(command, "update") !== undefined;
  if (!removes && !updates) throw failedToParse("Either an update or remove=true must be specified");
  if (removes && updates) throw failedToParse("Cannot specify both an update and remove=true");
  if (removes && flag(command, "upsert"))
    throw failedToParse("Cannot specify both upsert=true and remove=true");
  if (removes && flag(command, "new")) {
    throw failedToParse(
      "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
    );
  }
}

function findAndRemove(command: Doc, collection: Collection | undefined, request: Request, filter: Doc): Doc {
  const context = queryContext(command, collection);
  compileMatch(filter, context);
  const show = compileProjection(optionalDoc(command, "fields"), filter, context);
  if (!collection) return { lastErrorObject: { n: 0 }, value: null };
  const { store } = request.engine;
  const query = { filter, sort: optionalSort(command), hint: getField(command, "hint"), limit: 1 };
  const [record] = withoutPauses(select(store, collection, query, context));
  if (!record) return { lastErrorObject: { n: 0 }, value: null };
  const doc = decode(record.bytes);
  store.documents.remove(collection, record, doc);
  return { lastErrorObject: { n: 1 }, value: show ? show(doc) : doc };
}

function findAndModify(command: Doc, request: Request): Doc {
  checkFindAndModify(command);
  const ns = namespace(request, collectionName(command));
  const { store } = request.engine;
  const collection = store.catalog.get(ns);
  const filter = optionalDoc(command, "query") ?? {};
  if (flag(command, "remove")) return findAndRemove(command, collection, request, filter);
  const context = queryContext(command, collection);
  const show = compileProjection(optionalDoc(command, "fields"), filter, context);
  const read: UpdateRequest = {
    filter,
    update: getField(command, "update"),
    upsert: flag(command, "upsert"),
    arrayFilters: getField(command, "arrayFilters"),
    hint: getField(command, "hint"),
    sort: optionalSort(command),
    constants: optionalDoc(command, "let") ?? {},
  };
  const result = runUpdate(request, collection, () => store.ensure(ns), read, context);
  const bytes = flag(command, "new") ? result.after : result.before;
  const doc = bytes && decode(bytes);
  const value = doc ? (show ? show(doc) : doc) : null;
  if (result.upsertedId !== undefined) {
    return { lastErrorObject: { n: 1, updatedExisting: false, upserted: result.upsertedId }, value };
  }
  return { lastErrorObject: { n: result.matched, updatedExisting: result.matched > 0 }, value };
}

export const updateHandlers: WriteHandlers = { update, findAndModify, findandmodify: findAndModify };
