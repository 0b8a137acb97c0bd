import { database } from "./connection";

/**
 * Takes `count` whole numbers of this name, from 1, for the caller alone; none is given twice.
 * @returns the first of them
 */
export async function takeNumbers(name: string, count: number): Promise<number> {
  const counter = await database()
    .collection<{ _id: string; value: number }>("counters")
    .findOneAndUpdate({ _id: name }, { $inc: { value: count } }, { upsert: true, returnDocument: "after" });
  if (counter === null) throw new Error(`the counter ${name} did not answer`);
  return counter.value - count + 1;
}

/** The next whole number of this name, without gaps. */
export function nextNumber(name: string): Promise<number> {
  return takeNumbers(name, 1);
}
