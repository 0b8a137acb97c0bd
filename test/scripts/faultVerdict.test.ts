import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import { MongoClient, ObjectId, type Db } from "mongodb";
import { nextEvent } from "../../server/features/requests/timeline";
import type { TimelineEvent } from "../../server/features/requests/document";
import { judge } from "../../scripts/faults/verdict";
import { startTestMongo, type TestMongo } from "../support/localMongo";

const name = `faults_${randomBytes(4).toString("hex")}`;
const AT = new Date("2026-11-24T02:00:00Z");
const [first, second] = [new ObjectId(), new ObjectId()];
let mongo: TestMongo;
let client: MongoClient;
let db: Db;
let wechat: Server;
let sandboxUrl: string;
let inWechat: string[];

function history(...types: TimelineEvent["type"][]): TimelineEvent[] {
  return types.reduce<TimelineEvent[]>(
    (timeline, type) => [
      ...timeline,
      nextEvent(timeline, {
        type,
        at: AT,
        byId: "a",
        byName: "周*",
        office: "",
        side: "staff",
        audience: "all",
      }),
    ],
    [],
  );
}

const notice = (type: string, subject: ObjectId, occasion: string) => ({
  ...{ type, recipientId: "someone", subjectKind: "request", subjectId: subject.toHexString(), occasion },
  state: "delivered",
});

beforeAll(async () => {
  mongo = await startTestMongo();
  client = await MongoClient.connect(mongo.uri(name));
  db = client.db();
  wechat = createServer((_request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(inWechat.map((value) => ({ values: [{ value }] }))));
  });
  await new Promise<void>((resolve) => wechat.listen(0, "127.0.0.1", resolve));
  const address = wechat.address();
  sandboxUrl = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
});
afterAll(async () => {
  await db.dropDatabase();
  await client.close();
  await mongo.stop();
  wechat.close();
});
beforeEach(async () => {
  inWechat = ["26-00001", "26-00002"];
  await db.collection("requests").deleteMany({});
  await db.collection("notices").deleteMany({});
  await db.collection("requests").insertMany([
    { _id: first, number: "26-00001", timeline: history("submitted", "accepted") },
    { _id: second, number: "26-00002", timeline: history("submitted") },
  ]);
  await db
    .collection("notices")
    .insertMany([
      notice("newRequestForSpecialist", first, "e1"),
      notice("requestAccepted", first, "e2"),
      notice("newRequestForSpecialist", second, "e1"),
    ]);
});

async function faults(): Promise<string[]> {
  const acknowledged = {
    submitted: new Map([
      [first.toHexString(), "26-00001"],
      [second.toHexString(), "26-00002"],
    ]),
    accepted: new Set([first.toHexString()]),
    unanswered: 0,
  };
  return (await judge(mongo.uri(name), sandboxUrl, acknowledged, "municipal-specialist")).faults;
}

describe("the verdict on a run of faults", () => {
  it("finds nothing where nothing was lost", async () => {
    expect(await faults()).toEqual([]);
  });

  it("finds an acknowledged request, an acceptance and a notice that are gone", async () => {
    await db.collection("requests").deleteOne({ _id: second });
    expect(await faults()).toEqual([expect.stringContaining("26-00002 was acknowledged and is gone")]);
    await db.collection("requests").updateOne({ _id: first }, { $set: { timeline: history("submitted") } });
    expect(await faults()).toContain("the acceptance of 26-00001 was acknowledged and is gone");
    await db.collection("notices").deleteOne({ subjectId: first.toHexString(), occasion: "e1" });
    expect(await faults()).toContain("26-00001: no specialist was told of it");
  });

  it("finds what happened twice, and a history that was changed", async () => {
    await db.collection("notices").insertOne(notice("requestAccepted", first, "e2"));
    expect(await faults()).toEqual([
      "26-00001: 2 notices of its acceptance",
      "26-00001: 1 notices stand twice",
    ]);
    await db
      .collection("requests")
      .updateOne(
        { _id: second },
        { $set: { timeline: history("submitted", "accepted", "accepted"), number: "26-00001" } },
      );
    expect(await faults()).toEqual(
      expect.arrayContaining(["26-00002 was accepted 2 times", "1 case numbers were given twice"]),
    );
    await db.collection("requests").updateOne({ _id: first }, { $set: { "timeline.0.byName": "别人" } });
    expect(await faults()).toContain("26-00001: the hashes of its history do not hold");
  });

  it("finds a notice that never reached WeChat", async () => {
    inWechat = ["26-00001"];
    expect(await faults()).toEqual(["1 notices never reached WeChat, 26-00002 among them"]);
  });
});
