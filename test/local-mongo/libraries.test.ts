import { MongoBackend } from "@agendajs/mongo-backend";
import { Agenda } from "agenda";
import { GridFSBucket } from "mongodb";
import mongoose from "mongoose";
import { RateLimiterMongo } from "rate-limiter-flexible";
import { useStandIn } from "./useStandIn";

const fixture = useStandIn();

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error("the condition never came true");
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

test("agenda runs jobs once, on time and again, with two workers on one database", async () => {
  const db = fixture.client.db("agenda");
  const ran: string[] = [];
  const workers = await Promise.all(
    ["one", "two"].map(async () => {
      const agenda = new Agenda({
        backend: new MongoBackend({ mongo: db }),
        processEvery: 100,
        defaultLockLifetime: 2000,
      });
      agenda.define("once", async (job) => {
        ran.push(String(job.attrs.data));
      });
      agenda.define("again", async () => {
        ran.push("again");
      });
      await agenda.start();
      return agenda;
    }),
  );
  const [first] = workers;
  for (let n = 0; n < 10; n++) await first?.now("once", `job ${n}`);
  await first?.every(300, "again");
  await until(() => ran.filter((name) => name.startsWith("job")).length >= 10 && ran.includes("again"));
  await Promise.all(workers.map((agenda) => agenda.drain(5000)));
  const once = ran.filter((name) => name.startsWith("job")).sort();
  expect(once).toEqual(Array.from({ length: 10 }, (_, n) => `job ${n}`));
}, 30_000);

test("GridFS keeps a file of several chunks, reads a part of it and deletes it", async () => {
  const bucket = new GridFSBucket(fixture.client.db("files"), { chunkSizeBytes: 64 * 1024 });
  const content = Buffer.from(Array.from({ length: 300_000 }, (_, n) => n % 251));
  const upload = bucket.openUploadStream("photo.jpg", { metadata: { owner: 1 } });
  await new Promise((resolve, reject) => upload.on("finish", resolve).on("error", reject).end(content));
  const read = async (options?: { start: number; end: number }): Promise<Buffer> => {
    const parts: Buffer[] = [];
    for await (const part of bucket.openDownloadStream(upload.id, options)) parts.push(part);
    return Buffer.concat(parts);
  };
  expect((await read()).equals(content)).toBe(true);
  expect((await read({ start: 100_000, end: 100_010 })).equals(content.subarray(100_000, 100_010))).toBe(
    true,
  );
  expect(await bucket.find({ "metadata.owner": 1 }).toArray()).toHaveLength(1);
  await bucket.delete(upload.id);
  await expect(read()).rejects.toThrow(/FileNotFound/);
});

test("rate-limiter-flexible counts and refuses", async () => {
  const limiter = new RateLimiterMongo({
    storeClient: fixture.client,
    dbName: "limits",
    points: 3,
    duration: 60,
  });
  const taken = await Promise.allSettled(Array.from({ length: 5 }, () => limiter.consume("someone")));
  expect(taken.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  expect((await limiter.get("someone"))?.consumedPoints).toBe(5);
  await limiter.delete("someone");
  expect(await limiter.get("someone")).toBeNull();
});

describe("mongoose", () => {
  const person = new mongoose.Schema(
    {
      name: { type: String, required: true, unique: true },
      tags: [String],
      address: { city: String },
      visits: [{ at: Date, note: String }],
      friend: { type: mongoose.Schema.Types.ObjectId, ref: "Person" },
      extra: { type: Map, of: Number },
    },
    { timestamps: true, optimisticConcurrency: true },
  );
  let connection: mongoose.Connection;
  const modelOn = (on: mongoose.Connection) => on.model("Person", person);
  let Person: ReturnType<typeof modelOn>;

  beforeAll(async () => {
    connection = await mongoose.createConnection(fixture.mongo.uri("mongoose")).asPromise();
    Person = modelOn(connection);
    await Person.init();
  });

  afterAll(() => connection.close());

  test("saves, populates and updates documents", async () => {
    const lei = await Person.create({ name: "李雷", tags: ["a"], extra: new Map([["x", 1]]) });
    await Person.create({ name: "韩梅梅", friend: lei._id, address: { city: "重庆" } });
    const mei = await Person.findOne({ "address.city": "重庆" }).populate("friend");
    expect(mei?.friend).toMatchObject({ name: "李雷" });
    lei.tags.push("b");
    lei.visits.push({ at: new Date(0), note: "n" });
    lei.extra?.set("x", 2);
    await lei.save();
    expect(await Person.findById(lei._id).lean()).toMatchObject({
      tags: ["a", "b"],
      extra: { x: 2 },
      visits: [{ note: "n" }],
    });
  });

  test("reports a duplicate and a lost race", async () => {
    await expect(Person.create({ name: "李雷" })).rejects.toMatchObject({
      code: 11000,
      keyValue: { name: "李雷" },
    });
    const [one, two] = await Promise.all([
      Person.findOne({ name: "李雷" }),
      Person.findOne({ name: "李雷" }),
    ]);
    if (!one || !two) throw new Error("the person is missing");
    one.set("address.city", "北京");
    two.set("address.city", "上海");
    await one.save();
    await expect(two.save()).rejects.toThrow(mongoose.Error.VersionError);
  });

  test("pages with a cursor, bulk writes and aggregates", async () => {
    await Person.bulkWrite(
      Array.from({ length: 30 }, (_, n) => ({
        insertOne: { document: { name: `p${n}`, tags: [`t${n % 3}`] } },
      })),
    );
    let seen = 0;
    for await (const doc of Person.find({ name: /^p/ }).sort({ name: 1 }).cursor({ batchSize: 7 }))
      if (doc.name) seen++;
    expect(seen).toBe(30);
    const groups = await Person.aggregate<{ _id: string; n: number }>([
      { $match: { name: /^p/ } },
      { $unwind: "$tags" },
      { $sortByCount: "$tags" },
    ]);
    expect(groups).toHaveLength(3);
    expect((await Person.updateMany({ tags: "t1" }, { $addToSet: { tags: "more" } })).modifiedCount).toBe(10);
  });
});
