import { Decimal128, Double, Long, ObjectId } from "mongodb";
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

const at = new Date("2026-02-28T23:30:15.123Z");
const EXPRESSIONS: [expression: unknown, value: unknown][] = [
  [{ $add: [1, 2.5] }, 3.5],
  [{ $add: [new Date(0), 1000] }, new Date(1000)],
  [{ $subtract: [new Date(5000), new Date(2000)] }, 3000],
  [{ $divide: [7, 2] }, 3.5],
  [{ $mod: [-7, 3] }, -1],
  [{ $round: [2.5] }, 2],
  [{ $round: [1234.5678, 2] }, 1234.57],
  [{ $round: [1250, -2] }, 1200],
  [{ $trunc: [-7.9] }, -7],
  [{ $pow: [2, 10] }, 1024],
  [{ $concat: ["a", "中", null] }, null],
  [{ $concat: ["a", "中"] }, "a中"],
  [{ $substrCP: ["人才一站办", 2, 2] }, "一站"],
  [{ $strLenBytes: "中" }, 3],
  [{ $indexOfCP: ["人才码", "码"] }, 2],
  [{ $split: ["a,b", ","] }, ["a", "b"]],
  [{ $trim: { input: "  a " } }, "a"],
  [{ $toUpper: "aé" }, "Aé"],
  [{ $replaceAll: { input: "aab", find: "a", replacement: { $literal: "$" } } }, "$$b"],
  [{ $regexFind: { input: "case-42", regex: "(\\d+)" } }, { match: "42", idx: 5, captures: ["42"] }],
  [{ $cond: [{ $gt: [2, 1] }, "yes", "no"] }, "yes"],
  [{ $ifNull: ["$missing", null, "x"] }, "x"],
  [{ $switch: { branches: [{ case: { $eq: [1, 2] }, then: "a" }], default: "b" } }, "b"],
  [{ $map: { input: [1, 2], as: "v", in: { $multiply: ["$$v", 10] } } }, [10, 20]],
  [{ $filter: { input: [1, 2, 3], cond: { $gte: ["$$this", 2] } } }, [2, 3]],
  [{ $reduce: { input: [1, 2, 3], initialValue: 0, in: { $add: ["$$value", "$$this"] } } }, 6],
  [{ $let: { vars: { a: 2 }, in: { $add: ["$$a", 1] } } }, 3],
  [{ $arrayElemAt: [[1, 2, 3], -1] }, 3],
  [{ $slice: [[1, 2, 3], 1, 1] }, [2]],
  [{ $concatArrays: [[1], [2]] }, [1, 2]],
  [{ $range: [0, 5, 2] }, [0, 2, 4]],
  [{ $in: [2, [1, 2]] }, true],
  [{ $size: [[1, 2]] }, 2],
  [{ $reverseArray: [[1, 2]] }, [2, 1]],
  [{ $sortArray: { input: [3, 1, 2], sortBy: 1 } }, [1, 2, 3]],
  [{ $arrayToObject: [[["a", 1]]] }, { a: 1 }],
  [{ $objectToArray: { a: 1 } }, [{ k: "a", v: 1 }]],
  [
    {
      $setUnion: [
        [1, 2],
        [2, 3],
      ],
    },
    [1, 2, 3],
  ],
  [
    {
      $setIntersection: [
        [1, 2],
        [2, 3],
      ],
    },
    [2],
  ],
  [{ $setDifference: [[1, 2], [2]] }, [1]],
  [
    {
      $zip: {
        inputs: [
          [1, 2],
          ["a", "b"],
        ],
      },
    },
    [
      [1, "a"],
      [2, "b"],
    ],
  ],
  [{ $type: "$missing" }, "missing"],
  [{ $type: { $divide: [4, 2] } }, "double"],
  [{ $type: { $add: [2147483647, 1] } }, "long"],
  [{ $toInt: "42" }, 42],
  [{ $toString: 1.5 }, "1.5"],
  [{ $toString: new ObjectId("0123456789abcdef01234567") }, "0123456789abcdef01234567"],
  [{ $toDate: "2026-02-28" }, new Date("2026-02-28")],
  [{ $convert: { input: "x", to: "int", onError: -1 } }, -1],
  [{ $dateToString: { date: at, format: "%Y-%m-%d %H:%M", timezone: "Asia/Shanghai" } }, "2026-03-01 07:30"],
  [{ $dateToString: { date: at } }, "2026-02-28T23:30:15.123Z"],
  [
    {
      $dateFromString: {
        dateString: "2026-03-01 07:30",
        format: "%Y-%m-%d %H:%M",
        timezone: "Asia/Shanghai",
      },
    },
    new Date("2026-02-28T23:30:00Z"),
  ],
  [{ $dateTrunc: { date: at, unit: "week", startOfWeek: "monday" } }, new Date("2026-02-23")],
  [{ $dateTrunc: { date: at, unit: "quarter", timezone: "+08:00" } }, new Date("2025-12-31T16:00:00Z")],
  [{ $dateTrunc: { date: at, unit: "hour", binSize: 6 } }, new Date("2026-02-28T18:00:00Z")],
  [{ $dateAdd: { startDate: new Date("2026-01-31"), unit: "month", amount: 1 } }, new Date("2026-02-28")],
  [
    {
      $dateSubtract: {
        startDate: new Date("2026-03-29T12:00:00Z"),
        unit: "day",
        amount: 1,
        timezone: "Europe/Berlin",
      },
    },
    new Date("2026-03-28T13:00:00Z"),
  ],
  [{ $dateDiff: { startDate: new Date("2026-01-31"), endDate: new Date("2026-03-01"), unit: "month" } }, 2],
  [
    { $dateToParts: { date: at, timezone: "Asia/Shanghai" } },
    { year: 2026, month: 3, day: 1, hour: 7, minute: 30, second: 15, millisecond: 123 },
  ],
  [
    { $dateFromParts: { year: 2026, month: 3, day: 1, timezone: "Asia/Shanghai" } },
    new Date("2026-02-28T16:00:00Z"),
  ],
  [{ $isoWeek: new Date("2027-01-01") }, 53],
  [{ $dayOfWeek: at }, 7],
  [{ $cmp: [1, "a"] }, -1],
  [{ $eq: ["$missing", null] }, false],
  [{ $lt: ["$missing", null] }, true],
  [{ $and: [1, "x"] }, true],
  [{ $mergeObjects: [{ a: 1 }, null, { b: 2 }] }, { a: 1, b: 2 }],
  [{ $getField: { field: "a.b", input: { $literal: { "a.b": 1 } } } }, 1],
  [{ $max: [1, 5, 3] }, 5],
  [{ $avg: [[1, 2]] }, 1.5],
  [{ $stdDevPop: [[1, 3]] }, 1],
  ["$list.b", [1, 2]],
];

test.each(EXPRESSIONS)("%j", async (expression, value) => {
  const [result] = await run([{ _id: 1, list: [{ b: 1 }, { c: 1 }, { b: 2 }] }], {
    $project: { _id: 0, v: expression },
  });
  expect(result?.["v"]).toEqual(value);
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
