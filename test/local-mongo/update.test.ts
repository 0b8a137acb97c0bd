import { Decimal128, Double, Long } from "mongodb";
import type { Document, UpdateFilter, UpdateOptions } from "mongodb";
import { refusal, useStandIn } from "./useStandIn";

const fixture = useStandIn();

async function updated(
  doc: Document,
  update: Document | Document[],
  filter: Document = {},
  options: UpdateOptions = {},
): Promise<Document | null> {
  const things = await fixture.holding({ _id: 1, ...doc });
  await things.updateOne(filter, update, options);
  return things.findOne({}, { projection: { _id: 0 } });
}

const CASES: [title: string, before: Document, update: Document, after: Document][] = [
  ["$set of a field", { a: 1 }, { $set: { b: 2 } }, { a: 1, b: 2 }],
  ["$set makes documents on the way", {}, { $set: { "a.b.c": 1 } }, { a: { b: { c: 1 } } }],
  ["$set into an array by number", { a: [1, 2] }, { $set: { "a.1": 9 } }, { a: [1, 9] }],
  ["$set behind the end fills up with null", { a: [1] }, { $set: { "a.3": 9 } }, { a: [1, null, null, 9] }],
  ["new fields come in the order of their names", {}, { $set: { b: 1, a: 2 } }, { a: 2, b: 1 }],
  ["$unset", { a: 1, b: { c: 1, d: 2 } }, { $unset: { a: "", "b.c": "" } }, { b: { d: 2 } }],
  ["$unset of an element leaves null", { a: [1, 2, 3] }, { $unset: { "a.1": 1 } }, { a: [1, null, 3] }],
  ["$inc of a missing field", {}, { $inc: { n: 5 } }, { n: 5 }],
  ["$inc", { n: 2 }, { $inc: { n: -5 } }, { n: -3 }],
  ["$mul of a missing field", {}, { $mul: { n: 5 } }, { n: 0 }],
  ["$mul", { n: 2 }, { $mul: { n: 2.5 } }, { n: 5 }],
  ["$min and $max", { a: 5, b: 5 }, { $min: { a: 3, c: 1 }, $max: { b: 3 } }, { a: 3, b: 5, c: 1 }],
  ["$rename", { a: 1, b: 2 }, { $rename: { a: "c.d" } }, { b: 2, c: { d: 1 } }],
  ["$setOnInsert does nothing to what exists", { a: 1 }, { $setOnInsert: { a: 2 } }, { a: 1 }],
  ["$push", { a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
  ["$push makes the array", {}, { $push: { a: 2 } }, { a: [2] }],
  [
    "$push of several at a position",
    { a: [1, 2] },
    { $push: { a: { $each: [8, 9], $position: 1 } } },
    { a: [1, 8, 9, 2] },
  ],
  [
    "$push at a position from the end",
    { a: [1, 2] },
    { $push: { a: { $each: [8], $position: -1 } } },
    { a: [1, 8, 2] },
  ],
  [
    "$push with order and limit",
    { a: [{ s: 5 }, { s: 1 }] },
    { $push: { a: { $each: [{ s: 3 }], $sort: { s: -1 }, $slice: 2 } } },
    { a: [{ s: 5 }, { s: 3 }] },
  ],
  ["$push that keeps the last", { a: [1, 2] }, { $push: { a: { $each: [3], $slice: -2 } } }, { a: [2, 3] }],
  [
    "$addToSet",
    { a: [1, { b: 1 }] },
    { $addToSet: { a: { $each: [1, { b: 1 }, 2] } } },
    { a: [1, { b: 1 }, 2] },
  ],
  ["$pop", { a: [1, 2, 3], b: [1, 2, 3] }, { $pop: { a: 1, b: -1 } }, { a: [1, 2], b: [2, 3] }],
  ["$pull of a value", { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  ["$pull by a condition", { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  ["$pull of documents", { a: [{ b: 1, c: 1 }, { b: 2 }] }, { $pull: { a: { b: 1 } } }, { a: [{ b: 2 }] }],
  ["$pullAll", { a: [1, 2, 3, 1] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  ["$bit", { a: 13 }, { $bit: { a: { and: 10 } } }, { a: 8 }],
  ["$[] changes every element", { a: [1, 2] }, { $inc: { "a.$[]": 10 } }, { a: [11, 12] }],
  ["an empty update of operators changes nothing", { a: 1 }, { $set: {} }, { a: 1 }],
];

test.each(CASES)("%s", async (_title, before, update, after) => {
  const found = await updated(before, update);
  expect(found).toEqual(after);
  expect(Object.keys(found ?? {})).toEqual(Object.keys(after));
});

test("positional $ changes the element that the filter found", async () => {
  expect(await updated({ a: [1, 5, 9] }, { $set: { "a.$": 0 } }, { a: { $gte: 5 } })).toEqual({
    a: [1, 0, 9],
  });
  const docs = {
    a: [
      { b: 1, n: 0 },
      { b: 2, n: 0 },
    ],
  };
  expect(await updated(docs, { $inc: { "a.$.n": 1 } }, { "a.b": 2 })).toEqual({
    a: [
      { b: 1, n: 0 },
      { b: 2, n: 1 },
    ],
  });
  expect(await updated(docs, { $inc: { "a.$.n": 1 } }, { a: { $elemMatch: { b: 2, n: 0 } } })).toEqual({
    a: [
      { b: 1, n: 0 },
      { b: 2, n: 1 },
    ],
  });
});

test("array filters choose elements", async () => {
  const before = {
    a: [
      { k: 1, v: [1, 2] },
      { k: 2, v: [3, 4] },
    ],
  };
  const update = { $set: { "a.$[x].v.$[y]": 0 } };
  const arrayFilters = [{ "x.k": 2 }, { y: { $gt: 3 } }];
  expect(await updated(before, update, {}, { arrayFilters })).toEqual({
    a: [
      { k: 1, v: [1, 2] },
      { k: 2, v: [3, 0] },
    ],
  });
});

test("a pipeline computes the new document from the old", async () => {
  const update = [{ $set: { total: { $sum: "$n" }, "b.c": "$$NOW" } }, { $unset: "n" }];
  const found = await updated({ n: [1, 2], b: { d: 1 } }, update);
  expect(found).toEqual({ total: 3, b: { d: 1, c: expect.any(Date) } });
});

test("numbers take the wider type", async () => {
  const typed = async (before: unknown, by: unknown): Promise<unknown> => {
    const things = await fixture.holding({ n: before });
    await things.updateOne({}, { $inc: { n: by } } as UpdateFilter<Document>);
    return (await things.findOne({}, { promoteValues: false }))?.["n"];
  };
  expect(await typed(2147483647, 1)).toEqual(Long.fromNumber(2147483648));
  expect(await typed(1, Long.fromNumber(1))).toEqual(Long.fromNumber(2));
  expect(await typed(1, new Double(1))).toEqual(new Double(2));
  expect(String(await typed(Decimal128.fromString("0.1"), Decimal128.fromString("0.20")))).toBe("0.30");
});

test("counts what was matched and what was changed", async () => {
  const things = await fixture.holding({ a: 1 }, { a: 1 }, { a: 2 });
  expect(await things.updateMany({ a: 1 }, { $set: { a: 1 } })).toMatchObject({
    matchedCount: 2,
    modifiedCount: 0,
  });
  expect(await things.updateMany({}, { $set: { a: 1 } })).toMatchObject({
    matchedCount: 3,
    modifiedCount: 1,
  });
});

test("an upsert begins with what the filter fixes", async () => {
  const things = await fixture.holding();
  const result = await things.updateOne(
    { "a.b": 1, c: { $eq: 2 }, d: { $gt: 5 }, $and: [{ e: { $in: [3] } }] },
    { $set: { f: 4 }, $setOnInsert: { g: 5 } },
    { upsert: true },
  );
  expect(result.upsertedCount).toBe(1);
  const found = await things.findOne({ _id: result.upsertedId as never });
  expect(found).toMatchObject({ a: { b: 1 }, c: 2, e: 3, f: 4, g: 5 });
  expect(found).not.toHaveProperty("d");
});

test("a replacement keeps _id and nothing else", async () => {
  const things = await fixture.holding({ _id: 1, a: 1 });
  await things.replaceOne({ a: 1 }, { b: 2 });
  expect(await things.findOne()).toEqual({ _id: 1, b: 2 });
  const upserted = await things.replaceOne({ _id: 7 as never }, { c: 3 }, { upsert: true });
  expect(upserted.upsertedId).toBe(7);
});

const REFUSED: [update: Document, code: number, message: RegExp][] = [
  [{ $set: { a: 1 }, $inc: { a: 1 } }, 40, /Updating the path 'a' would create a conflict at 'a'/],
  [{ $set: { "a.b": 1, a: 1 } }, 40, /would create a conflict at 'a'/],
  [{ $set: { _id: 9 } }, 66, /immutable field '_id'/],
  [{ $inc: { s: 1 } }, 14, /Cannot apply \$inc to a value of non-numeric type/],
  [{ $inc: { n: "x" } }, 14, /Cannot increment with non-numeric argument/],
  [{ $push: { n: 1 } }, 2, /must be an array but is of type int/],
  [{ $addToSet: { n: 1 } }, 2, /non-array/],
  [{ $pop: { n: 1 } }, 14, /non-array/],
  [{ $pull: { n: 1 } }, 2, /non-array/],
  [{ $foo: { n: 1 } }, 9, /Unknown modifier: \$foo/],
  [{ $set: { "n.x": 1 } }, 28, /Cannot create field 'x' in element \{n: 1\}/],
  [{ $set: { "": 1 } }, 56, /empty/],
  [{ $rename: { n: "n" } }, 2, /must differ/],
  [{ $set: { "list.$": 1 } }, 2, /positional operator did not find the match/],
  [{ $set: { "list.$[x]": 1 } }, 2, /No array filter found for identifier 'x'/],
  [{ $set: { "none.$[]": 1 } }, 2, /must exist in the document/],
];

test.each(REFUSED)("refuses %j", async (update, code, message) => {
  const things = await fixture.holding({ _id: 1, n: 1, s: "text", list: [1] });
  const refused = await refusal(things.updateOne({}, update));
  expect(refused.code).toBe(code);
  expect(refused.message).toMatch(message);
  expect(await things.findOne()).toEqual({ _id: 1, n: 1, s: "text", list: [1] });
});

test("refuses an array filter that is not used", async () => {
  const things = await fixture.holding({ a: [1] });
  const refused = await refusal(things.updateOne({}, { $set: { b: 1 } }, { arrayFilters: [{ x: 1 }] }));
  expect(refused).toMatchObject({ code: 9, message: expect.stringContaining("'x' was not used") });
});

test("findOneAndUpdate gives the document before or after, by order and projection", async () => {
  const things = await fixture.holding({ k: 1, n: 1 }, { k: 1, n: 2 });
  const before = await things.findOneAndUpdate(
    { k: 1 },
    { $inc: { n: 10 } },
    { sort: { n: -1 }, projection: { _id: 0 } },
  );
  expect(before).toEqual({ k: 1, n: 2 });
  const after = await things.findOneAndUpdate(
    { n: 12 },
    { $set: { k: 3 } },
    { returnDocument: "after", projection: { k: 1, _id: 0 } },
  );
  expect(after).toEqual({ k: 3 });
  expect(await things.findOneAndDelete({ n: 1 }, { projection: { _id: 0 } })).toEqual({ k: 1, n: 1 });
  expect(await things.findOneAndUpdate({ n: 99 }, { $set: { k: 1 } })).toBeNull();
  const raw = await things.findOneAndReplace(
    { n: 99 },
    { z: 1 },
    { upsert: true, includeResultMetadata: true },
  );
  expect(raw.lastErrorObject).toMatchObject({ updatedExisting: false, upserted: expect.anything() });
});

test("bulk writes stop at the first refusal when ordered, and go on when not", async () => {
  const docs = [{ _id: 1 }, { _id: 1 }, { _id: 2 }] as unknown as Document[];
  const things = await fixture.holding();
  await expect(things.insertMany(docs)).rejects.toMatchObject({ code: 11000, insertedCount: 1 });
  expect(await things.countDocuments()).toBe(1);
  await things.deleteMany({});
  await expect(things.insertMany(docs, { ordered: false })).rejects.toMatchObject({ insertedCount: 2 });
  expect(await things.countDocuments()).toBe(2);
});

test("bulkWrite reports every kind of write", async () => {
  const things = await fixture.holding({ a: 1 }, { a: 2 });
  const result = await things.bulkWrite([
    { insertOne: { document: { a: 3 } } },
    { updateMany: { filter: { a: { $gte: 2 } }, update: { $inc: { a: 1 } } } },
    { deleteOne: { filter: { a: 1 } } },
    { replaceOne: { filter: { a: 9 }, replacement: { b: 1 }, upsert: true } },
  ]);
  expect(result).toMatchObject({
    insertedCount: 1,
    matchedCount: 2,
    modifiedCount: 2,
    deletedCount: 1,
    upsertedCount: 1,
  });
});

test("refuses a document larger than 16 MiB", async () => {
  const things = await fixture.holding({ _id: 1, a: "x".repeat(9 * 1024 * 1024) });
  const refused = await refusal(things.updateOne({}, { $set: { b: "x".repeat(9 * 1024 * 1024) } }));
  expect(refused.code).toBe(10334);
});
