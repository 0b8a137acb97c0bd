import mongoose, { Schema, Types } from "mongoose";
import { startTestMongo, type TestMongo } from "../../support/localMongo";
import {
  commandCall,
  runCommand,
  type Aggregate,
  type Change,
} from "../../../server/platform/database/aggregate";
import { AppError } from "../../../server/platform/errors";

interface Counter extends Aggregate {
  total: number;
  entries: string[];
}

let mongo: TestMongo;
const Counters = mongoose.model<Counter>(
  "Counter",
  new Schema<Counter>({ total: Number, entries: [String] }, { strict: false, versionKey: false }),
);

async function created(): Promise<Counter> {
  const _id = new Types.ObjectId();
  const counter: Counter = {
    _id,
    version: 1,
    status: "open",
    total: 0,
    entries: [],
    commands: [],
    outbox: [],
  };
  await Counters.collection.insertOne(counter);
  return counter;
}

async function read({ _id }: Counter): Promise<Counter> {
  const counter = await Counters.findById(_id).lean<Counter>().exec();
  if (counter === null) throw new AppError("not_found", "gone");
  return counter;
}

function add(counter: Counter, amount: number, key?: string): Promise<Counter> {
  return runCommand<Counter>({
    model: Counters,
    current: counter,
    reload: () => read(counter),
    call: commandCall("account", key, "add", { amount }),
    decide(current): Change<Counter> {
      if (current.status !== "open") throw new AppError("state_changed", "closed");
      return { set: { total: current.total + amount }, push: { entries: [`+${amount}`] } };
    },
  });
}

beforeAll(async () => {
  mongo = await startTestMongo();
  await mongoose.connect(mongo.uri("aggregate"));
});

afterAll(async () => {
  await mongoose.disconnect();
  await mongo.stop();
});

test("sixteen commands at once, decided on what each finds, are all applied and none twice", async () => {
  const counter = await created();
  await Promise.all(Array.from({ length: 16 }, (_, index) => add(counter, index + 1)));
  const after = await read(counter);
  expect(after).toMatchObject({ total: 136, version: 17 });
  expect(after.entries).toHaveLength(16);
});

test("one command sent five times at once is applied once and answered each time", async () => {
  const counter = await created();
  const answers = await Promise.all(Array.from({ length: 5 }, () => add(counter, 3, "same-key")));
  expect(answers.map(({ total }) => total)).toEqual([3, 3, 3, 3, 3]);
  expect((await read(counter)).version).toBe(2);
});

test("a key with other content is refused and changes nothing", async () => {
  const counter = await created();
  const after = await add(counter, 3, "one-key");
  await expect(add(after, 4, "one-key")).rejects.toMatchObject({ code: "idempotency_key_reused" });
  expect(await read(counter)).toMatchObject({ total: 3, version: 2 });
});

test("whoever loses a race is decided again on the present state", async () => {
  const stale = await created();
  await Counters.collection.updateOne(
    { _id: stale._id },
    { $set: { status: "closed" }, $inc: { version: 1 } },
  );
  await expect(add(stale, 1)).rejects.toMatchObject({ code: "state_changed", message: "closed" });
});

test("an aggregate that is gone meanwhile is not found", async () => {
  const counter = await created();
  await Counters.collection.deleteOne({ _id: counter._id });
  await expect(add(counter, 1)).rejects.toMatchObject({ code: "not_found" });
});

test("notices are written with the change and marked as pending", async () => {
  const counter = await created();
  const notice = {
    id: "e1:requestAccepted:a",
    type: "requestAccepted" as const,
    recipientId: "a",
    occasion: "e1",
    values: {},
    at: new Date(0),
  };
  await runCommand<Counter>({
    model: Counters,
    current: counter,
    reload: () => read(counter),
    call: commandCall("account", undefined, "notify", {}),
    decide: () => ({ notices: [notice], unset: ["total"] }),
  });
  expect(await read(counter)).toMatchObject({ outbox: [notice], outboxPending: true });
  expect(await read(counter)).not.toHaveProperty("total");
});

test("remembers the last thirty commands", async () => {
  let counter = await created();
  for (let index = 0; index < 32; index += 1) counter = await add(counter, 1, `key-${index}`);
  expect(counter.commands.map(({ key }) => key).slice(0, 2)).toEqual(["account:key-2", "account:key-3"]);
  expect(counter.commands).toHaveLength(30);
});
