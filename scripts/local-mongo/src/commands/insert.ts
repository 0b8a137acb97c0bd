import { decodeFields } from "../bson/decode";
import { rootField } from "../query/path";
import { fieldsOfFilter } from "../query/fields";
import type { Doc } from "../bson/value";
import type { Collection } from "../store/collection";
import { collectionName, flag, refuseUnknownFields } from "./arguments";
import { namespace } from "./handler";
import type { Request, WriteHandlers } from "./handler";
import { asDoc, insertDocument, runBulk, statements, withRefusals } from "./writing";

const INSERT_FIELDS = new Set(
  "insert documents ordered bypassDocumentValidation encryptionInformation".split(" "),
);

const OBJECT_ID = 0x07;
const ID_NAME = Buffer.from("_id\0", "latin1");

/** Whether stored bytes begin with an `_id` that is an ObjectId: then they can be kept as they are. */
function beginsWithObjectId(bytes: Buffer): boolean {
  return bytes[4] === OBJECT_ID && ID_NAME.equals(bytes.subarray(5, 9));
}

/** The top-level fields that the indexes look at; undefined when the whole document is needed. */
function indexedFields(collection: Collection): Set<string> | undefined {
  if (collection.options["validator"] !== undefined) return undefined;
  const fields = new Set<string>();
  for (const index of collection.indexes) {
    for (const field of index.fields) fields.add(rootField(field));
    if (!index.partialFilter) continue;
    const used = fieldsOfFilter(index.partialFilter);
    if (!used) return undefined;
    for (const field of used) fields.add(field);
  }
  return fields;
}

function insert(command: Doc, request: Request): Doc {
  refuseUnknownFields(command, INSERT_FIELDS);
  const list = statements(command, "documents", request);
  const { store } = request.engine;
  const collection = store.ensure(namespace(request, collectionName(command)));
  const fields = indexedFields(collection);
  let n = 0;
  const refusals = runBulk(list, flag(command, "ordered", true), (statement) => {
    if (fields && Buffer.isBuffer(statement) && beginsWithObjectId(statement)) {
      store.documents.insert(collection, decodeFields(statement, fields), statement);
    } else insertDocument(request, collection, asDoc(statement));
    n++;
  });
  return withRefusals({ n }, refusals);
}

export const insertHandlers: WriteHandlers = { insert };
