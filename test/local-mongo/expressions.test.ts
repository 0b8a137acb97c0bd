import { ObjectId } from "mongodb";
import type { Document } from "mongodb";
import { useStandIn } from "./useStandIn";

const fixture = useStandIn();

async function run(docs: Document[], ...pipeline: Document[]): Promise<Document[]> {
  const things = await fixture.holding(...docs);
  return things.aggregate(pipeline).toArray();
}

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
  [{ $bitAnd: [6, 3] }, 2],
  [{ $bitOr: [6, 3, 8] }, 15],
  [{ $bitXor: [6, 3] }, 5],
  [{ $bitNot: 0 }, -1],
  [{ $median: { input: [4, 1, 3, "x"], method: "approximate" } }, 3],
  [{ $percentile: { input: [1, 2, 3, 4], p: [0.5, 0.95], method: "approximate" } }, [2, 4]],
  ["$list.b", [1, 2]],
];

test.each(EXPRESSIONS)("%j", async (expression, value) => {
  const [result] = await run([{ _id: 1, list: [{ b: 1 }, { c: 1 }, { b: 2 }] }], {
    $project: { _id: 0, v: expression },
  });
  expect(result?.["v"]).toEqual(value);
});
