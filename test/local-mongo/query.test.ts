import { BSONRegExp, Binary, Decimal128, Double, Long, MaxKey, MinKey, ObjectId } from "mongodb";
import type { Document } from "mongodb";
import { refusal, useStandIn } from "./useStandIn";

const fixture = useStandIn();

async function idsOf(docs: Document[], filter: Document): Promise<unknown[]> {
  const things = await fixture.holding(...(docs.map((doc, _id) => ({ _id, ...doc })) as Document[]));
  return (
    await things
      .find(filter, { projection: { _id: 1 } })
      .sort({ _id: 1 })
      .toArray()
  ).map(({ _id }) => _id);
}

const VALUES = [
  { a: 1 }, // 0
  { a: null }, // 1
  {}, // 2
  { a: [1, 2, 3] }, // 3
  { a: "x" }, // 4
  { a: { b: 1 } }, // 5
  {
    a: [
      { b: 1, c: 2 },
      { b: 3, c: 1 },
    ],
  }, // 6
  { a: [] }, // 7
  { a: [[1, 2], 5] }, // 8
  { a: true }, // 9
];

const CASES: [title: string, filter: Document, ids: number[]][] = [
  ["equality finds the value and arrays that hold it", { a: 1 }, [0, 3]],
  ["null finds null and missing", { a: null }, [1, 2]],
  ["an array equals an array, and the element of one", { a: [1, 2] }, [8]],
  ["a whole array is found by equality", { a: [1, 2, 3] }, [3]],
  ["$ne null leaves out missing", { a: { $ne: null } }, [0, 3, 4, 5, 6, 7, 8, 9]],
  ["$gt stays within the type", { a: { $gt: 1 } }, [3, 8]],
  ["$gte on arrays tries every element", { a: { $gte: 3 } }, [3, 8]],
  ["two ranges may be met by two elements", { a: { $gt: 2, $lt: 2 } }, [3]],
  ["$elemMatch wants one element for both", { a: { $elemMatch: { $gt: 2, $lt: 2 } } }, []],
  ["$elemMatch on documents", { a: { $elemMatch: { b: 3, c: 1 } } }, [6]],
  ["two dotted conditions may be met by two documents", { "a.b": 1, "a.c": 1 }, [6]],
  ["a dotted path looks into documents and arrays of them", { "a.b": 1 }, [5, 6]],
  [
    "a dotted null finds what has no such field, but no array without documents",
    { "a.b": null },
    [0, 1, 2, 4, 9],
  ],
  ["a number in a path names an element", { "a.0": 1 }, [3]],
  ["$exists true", { a: { $exists: true } }, [0, 1, 3, 4, 5, 6, 7, 8, 9]],
  ["$exists false", { a: { $exists: false } }, [2]],
  ["$size", { a: { $size: 0 } }, [7]],
  ["$all", { a: { $all: [1, 3] } }, [3]],
  ["$all with $elemMatch", { a: { $all: [{ $elemMatch: { b: 1 } }, { $elemMatch: { b: 3 } }] } }, [6]],
  ["$in with null", { a: { $in: [null, "x"] } }, [1, 2, 4]],
  ["$nin", { a: { $nin: [1, null] } }, [4, 5, 6, 7, 8, 9]],
  ["$not turns a condition around", { a: { $not: { $gt: 0 } } }, [1, 2, 4, 5, 6, 7, 9]],
  ["$type by alias", { a: { $type: "array" } }, [3, 6, 7, 8]],
  ["$type number looks at elements", { a: { $type: "number" } }, [0, 3, 8]],
  ["$type by code", { a: { $type: 10 } }, [1]],
  ["$mod", { a: { $mod: [2, 1] } }, [0, 3, 8]],
  ["$or and $nor", { $or: [{ a: "x" }, { a: true }], $nor: [{ a: true }] }, [4]],
  ["$expr compares by type order", { $expr: { $gt: ["$a", 1] } }, [3, 4, 5, 6, 7, 8, 9]],
  ["an embedded document equals only itself", { a: { b: 1 } }, [5]],
  ["$regex", { a: { $regex: "^X", $options: "i" } }, [4]],
];

test.each(CASES)("%s", async (_title, filter, ids) => {
  expect(await idsOf(VALUES, filter)).toEqual(ids);
});

test("numbers are equal across their types", async () => {
  const docs = [
    { a: 5 },
    { a: Long.fromNumber(5) },
    { a: new Double(5) },
    { a: Decimal128.fromString("5.00") },
    { a: 6 },
  ];
  for (const wanted of [5, Long.fromNumber(5), Decimal128.fromString("5")]) {
    expect(await idsOf(docs, { a: wanted })).toEqual([0, 1, 2, 3]);
  }
});

test("large integers and decimals are compared exactly", async () => {
  const docs = [
    { a: Long.fromString("9007199254740992") },
    { a: Long.fromString("9007199254740993") },
    { a: Decimal128.fromString("9007199254740993.5") },
    { a: Decimal128.fromString("0.1") },
    { a: 0.1 },
  ];
  expect(await idsOf(docs, { a: { $gt: Long.fromString("9007199254740992") } })).toEqual([1, 2]);
  expect(await idsOf(docs, { a: Decimal128.fromString("0.1") })).toEqual([3]);
  expect(await idsOf(docs, { a: { $lt: 0.1 } })).toEqual([3]);
});

test("values keep their types through a round trip", async () => {
  const things = await fixture.holding();
  const doc = {
    _id: 1,
    d: new Double(5),
    l: Long.fromNumber(7),
    i: 3,
    m: Decimal128.fromString("1.50"),
    b: new Binary(Buffer.from("ab"), 4),
  };
  await things.insertOne(doc as Document);
  await things.updateOne({ i: 3 }, { $set: { touched: true } });
  const found = await things.findOne({ i: 3 }, { promoteValues: false });
  expect(found?.["d"]).toBeInstanceOf(Double);
  expect(found?.["l"]).toBeInstanceOf(Long);
  expect(String(found?.["m"])).toBe("1.50");
});

test("sorts all types in MongoDB's order", async () => {
  const ordered = [
    new MinKey(),
    null,
    -1,
    "a",
    { x: 1 },
    [5],
    new Binary(Buffer.from("a")),
    new ObjectId(),
    false,
    new Date(0),
    new BSONRegExp("x"),
    new MaxKey(),
  ];
  const things = await fixture.holding(...ordered.map((v, place) => ({ place, v })).reverse());
  const found = await things.find().sort({ v: 1 }).toArray();
  expect(found.map(({ place }) => place)).toEqual([0, 1, 2, 5, 3, 4, 6, 7, 8, 9, 10, 11]);
});

test("sorts arrays by their least element upwards and their greatest downwards", async () => {
  const things = await fixture.holding(
    { n: 1, v: [1, 9] },
    { n: 2, v: [2, 3] },
    { n: 3, v: 5 },
    { n: 4, v: [] },
  );
  const order = async (direction: 1 | -1): Promise<unknown[]> =>
    (await things.find().sort({ v: direction }).toArray()).map(({ n }) => n);
  expect(await order(1)).toEqual([4, 1, 2, 3]);
  expect(await order(-1)).toEqual([1, 3, 2, 4]);
});

test("skip, limit and natural order", async () => {
  const things = await fixture.holding({ _id: 3 }, { _id: 1 }, { _id: 2 });
  const ids = async (options: object): Promise<unknown[]> =>
    (await things.find({}, options).toArray()).map(({ _id }) => _id);
  expect(await ids({})).toEqual([3, 1, 2]);
  expect(await ids({ sort: { $natural: -1 } })).toEqual([2, 1, 3]);
  expect(await ids({ sort: { _id: 1 }, skip: 1, limit: 1 })).toEqual([2]);
});

const PROJECTED = {
  _id: 1,
  a: 1,
  b: { c: 2, d: 3 },
  e: [
    { f: 1, g: 2 },
    { f: 3, g: 4 },
  ],
  h: [1, 2, 3, 4],
};
const PROJECTIONS: [title: string, projection: Document, expected: Document][] = [
  ["inclusion keeps _id", { a: 1 }, { _id: 1, a: 1 }],
  ["inclusion without _id", { a: 1, _id: 0 }, { a: 1 }],
  ["dotted inclusion", { "b.c": 1, "e.f": 1 }, { _id: 1, b: { c: 2 }, e: [{ f: 1 }, { f: 3 }] }],
  ["nested inclusion", { b: { d: 1 } }, { _id: 1, b: { d: 3 } }],
  ["exclusion", { b: 0, e: 0, h: 0 }, { _id: 1, a: 1 }],
  ["dotted exclusion", { "b.c": 0, "e.g": 0, h: 0 }, { _id: 1, a: 1, b: { d: 3 }, e: [{ f: 1 }, { f: 3 }] }],
  ["$slice from the front", { h: { $slice: 2 }, b: 0, e: 0 }, { _id: 1, a: 1, h: [1, 2] }],
  ["$slice from the end", { h: { $slice: -1 }, b: 0, e: 0 }, { _id: 1, a: 1, h: [4] }],
  ["$slice of a stretch", { h: { $slice: [1, 2] }, b: 0, e: 0 }, { _id: 1, a: 1, h: [2, 3] }],
  ["$elemMatch", { e: { $elemMatch: { f: 3 } } }, { _id: 1, e: [{ f: 3, g: 4 }] }],
  ["positional", { "h.$": 1 }, { _id: 1, h: [3] }],
  ["an expression", { sum: { $add: ["$a", "$b.c"] } }, { _id: 1, sum: 3 }],
  ["a literal string is a value", { a: "$b.d" }, { _id: 1, a: 3 }],
];

test.each(PROJECTIONS)("projects with %s", async (_title, projection, expected) => {
  const things = await fixture.holding(PROJECTED);
  expect(await things.findOne({ h: 3 }, { projection })).toEqual(expected);
});

const REFUSED: [filter: Document, code: number, message: RegExp][] = [
  [{ $foo: 1 }, 2, /unknown top level operator: \$foo/],
  [{ a: { $foo: 1 } }, 2, /unknown operator: \$foo/],
  [{ a: { $in: 1 } }, 2, /\$in needs an array/],
  [{ $or: [] }, 2, /nonempty array/],
  [{ $or: 1 }, 2, /must be an array/],
  [{ a: { $regex: "(" } }, 51091, /Regular expression is invalid/],
  [{ a: { $size: -1 } }, 2, /non-negative/],
  [{ a: { $mod: [0, 1] } }, 2, /divisor cannot be 0/],
  [{ a: { $type: "nothing" } }, 2, /Unknown type name alias: nothing/],
  [{ $where: "true" }, 2, /\$where/],
  [{ $text: { $search: "x" } }, 27, /text index required/],
  [{ a: { $near: [0, 0] } }, 291, /geoNear/],
  [{ $expr: { $foo: 1 } }, 168, /Unrecognized expression '\$foo'/],
];

test.each(REFUSED)("refuses %j", async (filter, code, message) => {
  const things = await fixture.holding({});
  const refused = await refusal(things.find(filter).toArray());
  expect(refused.code).toBe(code);
  expect(refused.message).toMatch(message);
});

test("a collation compares strings without regard to case", async () => {
  const things = await fixture.holding({ _id: 1, s: "b" }, { _id: 2, s: "A" }, { _id: 3, s: "B" });
  const collation = { locale: "en", strength: 2 };
  expect(await things.countDocuments({ s: "B" }, { collation })).toBe(2);
  const sorted = await things.find({}, { collation }).sort({ s: 1, _id: 1 }).toArray();
  expect(sorted.map(({ _id }) => _id)).toEqual([2, 1, 3]);
});

test("distinct opens arrays", async () => {
  const things = await fixture.holding({ a: [1, 2] }, { a: 2 }, { a: { b: 3 } }, { a: [{ b: 4 }] });
  expect(await things.distinct("a")).toEqual([1, 2, { b: 3 }, { b: 4 }]);
  expect(await things.distinct("a.b")).toEqual([3, 4]);
});

test("a cursor returns everything in batches, and can be closed", async () => {
  const things = await fixture.holding(...Array.from({ length: 250 }, (_, n) => ({ n })));
  const seen: unknown[] = [];
  for await (const { n } of things.find().sort({ n: 1 }).batchSize(100)) seen.push(n);
  expect(seen).toEqual(Array.from({ length: 250 }, (_, n) => n));
  const cursor = things.find().batchSize(10);
  await cursor.next();
  await cursor.close();
  const raw = await fixture.db.command({ find: "things", batchSize: 2 });
  const id: unknown = raw["cursor"].id;
  await fixture.db.command({ killCursors: "things", cursors: [id] });
  expect((await refusal(fixture.db.command({ getMore: id, collection: "things" }))).code).toBe(43);
});

test("a slow query is ended by its time limit", async () => {
  const things = await fixture.holding(...Array.from({ length: 3000 }, (_, n) => ({ n })));
  const slow = things
    .find({ $expr: { $gt: [{ $sum: { $range: [0, 3000] } }, -1] } }, { maxTimeMS: 30 })
    .batchSize(3000);
  expect((await refusal(slow.toArray())).code).toBe(50);
});
