import { Decimal128, Double, Long } from "mongodb";
import type { Document } from "mongodb";
import { refusal, useStandIn } from "./useStandIn";

const fixture = useStandIn();

async function run(docs: Document[], ...pipeline: Document[]): Promise<Document[]> {
  const things = await fixture.holding(...docs);
  return things.aggregate(pipeline).toArray();
}

const SALES = [
  { _id: 1, item: "a", n: 2, price: 10, at: new Date("2026-01-31T16:30:00Z"), tags: ["x", "y"] },
  { _id: 2, item: "b", n: 1, price: 20, at: new Date("2026-02-01T10:00:00Z"), tags: [] },
  { _id: 3, item: "a", n: 5, price: 5, at: new Date("2026-02-15T10:00:00Z"), tags: ["y"] },
  { _id: 4, item: "c", n: 10, price: 1, at: new Date("2026-03-01T00:00:00Z") },
];

const STAGES: [title: string, pipeline: Document[], expected: Document[]][] = [
  [
    "$group with the usual accumulators",
    [
      {
        $group: {
          _id: "$item",
          sum: { $sum: "$n" },
          avg: { $avg: "$price" },
          max: { $max: "$n" },
          all: { $push: "$n" },
          n: { $count: {} },
        },
      },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: "a", sum: 7, avg: 7.5, max: 5, all: [2, 5], n: 2 },
      { _id: "b", sum: 1, avg: 20, max: 1, all: [1], n: 1 },
      { _id: "c", sum: 10, avg: 1, max: 10, all: [10], n: 1 },
    ],
  ],
  [
    "$group by a month of Shanghai",
    [
      {
        $group: {
          _id: { $dateTrunc: { date: "$at", unit: "month", timezone: "Asia/Shanghai" } },
          n: { $sum: 1 },
        },
      },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: new Date("2026-01-31T16:00:00Z"), n: 3 },
      { _id: new Date("2026-02-28T16:00:00Z"), n: 1 },
    ],
  ],
  [
    "$group of first, last and sets after a sort",
    [
      { $sort: { n: -1 } },
      {
        $group: {
          _id: null,
          first: { $first: "$item" },
          last: { $last: "$item" },
          top: { $topN: { n: 2, sortBy: { price: -1 }, output: "$price" } },
        },
      },
    ],
    [{ _id: null, first: "c", last: "b", top: [20, 10] }],
  ],
  [
    "$unwind",
    [{ $unwind: "$tags" }, { $project: { tags: 1 } }],
    [
      { _id: 1, tags: "x" },
      { _id: 1, tags: "y" },
      { _id: 3, tags: "y" },
    ],
  ],
  [
    "$unwind that keeps the empty, with places",
    [
      { $unwind: { path: "$tags", preserveNullAndEmptyArrays: true, includeArrayIndex: "i" } },
      { $project: { tags: 1, i: 1 } },
    ],
    [
      { _id: 1, tags: "x", i: 0 },
      { _id: 1, tags: "y", i: 1 },
      { _id: 2, i: null },
      { _id: 3, tags: "y", i: 0 },
      { _id: 4, i: null },
    ],
  ],
  [
    "$sortByCount",
    [{ $unwind: "$tags" }, { $sortByCount: "$tags" }],
    [
      { _id: "y", count: 2 },
      { _id: "x", count: 1 },
    ],
  ],
  ["$count", [{ $match: { n: { $gt: 1 } } }, { $count: "many" }], [{ many: 3 }]],
  [
    "$bucket",
    [{ $bucket: { groupBy: "$n", boundaries: [0, 2, 6], default: "more", output: { n: { $sum: 1 } } } }],
    [
      { _id: 0, n: 1 },
      { _id: 2, n: 2 },
      { _id: "more", n: 1 },
    ],
  ],
  [
    "$bucketAuto",
    [{ $bucketAuto: { groupBy: "$n", buckets: 2 } }],
    [
      { _id: { min: 1, max: 5 }, count: 2 },
      { _id: { min: 5, max: 10 }, count: 2 },
    ],
  ],
  [
    "$facet",
    [
      {
        $facet: {
          count: [{ $count: "n" }],
          cheap: [{ $match: { price: { $lt: 10 } } }, { $project: { price: 1 } }],
        },
      },
    ],
    [
      {
        count: [{ n: 4 }],
        cheap: [
          { _id: 3, price: 5 },
          { _id: 4, price: 1 },
        ],
      },
    ],
  ],
  [
    "$replaceRoot",
    [{ $limit: 1 }, { $replaceRoot: { newRoot: { $mergeObjects: [{ a: 1 }, { b: "$n" }] } } }],
    [{ a: 1, b: 2 }],
  ],
  [
    "$set and $unset of nested fields",
    [{ $limit: 1 }, { $set: { "a.b": 1, c: { d: "$n" } } }, { $unset: ["tags", "at", "item", "price", "n"] }],
    [{ _id: 1, a: { b: 1 }, c: { d: 2 } }],
  ],
  [
    "$project computes",
    [{ $limit: 1 }, { $project: { _id: 0, total: { $multiply: ["$n", "$price"] } } }],
    [{ total: 20 }],
  ],
  [
    "$sort and $limit behind each other",
    [{ $sort: { n: -1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { n: 1 } }],
    [
      { _id: 3, n: 5 },
      { _id: 1, n: 2 },
    ],
  ],
  [
    "$documents",
    [{ $match: { none: 1 } }, { $unionWith: { pipeline: [{ $documents: [{ a: 1 }] }] } }],
    [{ a: 1 }],
  ],
  [
    "$redact",
    [
      { $limit: 1 },
      { $redact: { $cond: [{ $eq: ["$n", 2] }, "$$KEEP", "$$PRUNE"] } },
      { $project: { n: 1 } },
    ],
    [{ _id: 1, n: 2 }],
  ],
];

test.each(STAGES)("%s", async (_title, pipeline, expected) => {
  expect(await run(SALES, ...pipeline)).toEqual(expected);
});

test("$lookup joins by a field, with and without an index, and by a pipeline", async () => {
  const people = fixture.db.collection("people");
  await people.drop();
  await people.insertMany([{ name: "a", k: 1 }, { name: "b", k: [1, 2] }, { name: "c" }]);
  const join = (): Promise<Document[]> =>
    run(
      [{ _id: 1, w: 1 }, { _id: 2, w: [2, 3] }, { _id: 3 }],
      { $lookup: { from: "people", localField: "w", foreignField: "k", as: "found" } },
      { $project: { found: "$found.name" } },
    );
  const expected = [
    { _id: 1, found: ["a", "b"] },
    { _id: 2, found: ["b"] },
    { _id: 3, found: ["c"] },
  ];
  expect(await join()).toEqual(expected);
  await people.createIndex({ k: 1 });
  expect(await join()).toEqual(expected);
  const byPipeline = await run([{ _id: 1, w: 1 }], {
    $lookup: {
      from: "people",
      let: { w: "$w" },
      pipeline: [{ $match: { $expr: { $eq: ["$k", "$$w"] } } }, { $project: { _id: 0, name: 1 } }],
      as: "found",
    },
  });
  expect(byPipeline).toEqual([{ _id: 1, w: 1, found: [{ name: "a" }] }]);
});

test("$unionWith, $out and $merge", async () => {
  await run(SALES, { $match: { n: { $lt: 3 } } }, { $project: { n: 1 } }, { $out: "copies" });
  const copies = fixture.db.collection("copies");
  expect(await copies.find().toArray()).toEqual([
    { _id: 1, n: 2 },
    { _id: 2, n: 1 },
  ]);
  await run(
    SALES,
    { $project: { n: { $add: ["$n", 100] } } },
    { $match: { _id: { $gte: 2 as never } } },
    { $merge: { into: "copies", whenMatched: "replace", whenNotMatched: "insert" } },
  );
  expect(await copies.find().sort({ _id: 1 }).toArray()).toEqual([
    { _id: 1, n: 2 },
    { _id: 2, n: 101 },
    { _id: 3, n: 105 },
    { _id: 4, n: 110 },
  ]);
  await run(
    SALES,
    { $project: { n: 1 } },
    { $merge: { into: "copies", whenMatched: [{ $set: { n: { $add: ["$n", "$$new.n"] } } }] } },
  );
  expect((await copies.findOne({ _id: 3 as never }))?.["n"]).toBe(110);
  expect(
    await run([{ _id: 9 }], { $unionWith: { coll: "copies", pipeline: [{ $match: { n: 2 } }] } }),
  ).toEqual([{ _id: 9 }]);
});

test("sums keep the types of numbers", async () => {
  const sum = async (...values: unknown[]): Promise<unknown> => {
    const things = await fixture.holding(...values.map((v) => ({ v })));
    const [result] = await things
      .aggregate([{ $group: { _id: null, sum: { $sum: "$v" } } }], { promoteValues: false })
      .toArray();
    return result?.["sum"];
  };
  expect(await sum(2147483647, 1)).toEqual(Long.fromNumber(2147483648));
  expect(await sum(1, new Double(1))).toEqual(new Double(2));
  expect(await sum(0.1, 0.2, -0.3)).toEqual(new Double(2.7755575615628914e-17));
  expect(String(await sum(Decimal128.fromString("0.1"), Decimal128.fromString("0.2")))).toBe("0.3");
});

const REFUSED: [pipeline: Document[], code: number, message: RegExp][] = [
  [[{ $foo: 1 }], 40324, /Unrecognized pipeline stage name: '\$foo'/],
  [[{ $changeStream: {} }], 40573, /\$changeStream/],
  [[{ $setWindowFields: {} }], 40324, /Unrecognized pipeline stage/],
  [[{ $match: {}, $limit: 1 }], 40323, /exactly one field/],
  [[{ $project: { a: { $foo: 1 } } }], 168, /Unrecognized expression '\$foo'/],
  [[{ $group: { _id: 1, n: { $foo: 1 } } }], 15952, /unknown group operator '\$foo'/],
  [[{ $group: { n: { $sum: 1 } } }], 15955, /must include an _id/],
  [[{ $project: { a: { $divide: [1, 0] } } }], 2, /can't \$divide by zero/],
  [[{ $project: { a: "$$nobody" } }], 17276, /Use of undefined variable: nobody/],
  [[{ $limit: 0 }], 15958, /must be positive/],
  [[{ $out: "x" }, { $match: {} }], 40601, /final stage/],
  [[{ $unwind: "tags" }], 28818, /prefixed with a '\$'/],
  [
    [{ $project: { a: { $dateToString: { date: new Date(), timezone: "Nowhere/At" } } } }],
    40485,
    /unrecognized time zone/,
  ],
  [[{ $project: { a: { $toInt: "x" } } }], 241, /Failed to parse number 'x'/],
];

test.each(REFUSED)("refuses %j", async (pipeline, code, message) => {
  const refused = await refusal(run([{ a: 1 }], ...pipeline));
  expect(refused.code).toBe(code);
  expect(refused.message).toMatch(message);
});
