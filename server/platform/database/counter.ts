import { database } from "./connection";

/** The next whole number of this name, from 1, without gaps and never twice. */
export async function nextNumber(name: string): Promise<number> {
  const counter = await database()
    .collection<{ _id: string; value: number }>("counters")
    .findOneAndUpdate({ _id: name }, { $inc: { value: 1 } }, { upsert: true, returnDocument: "after" });
  if (counter === null) throw new Error(`the counter ${name} did not answer`);
  return counter.value;
}
