import mongoose from "mongoose";
import { AccountModel } from "../../server/features/accounts/index";
import { ItemModel } from "../../server/features/catalogue/index";
import { CycleModel } from "../../server/features/cycles/index";
import { DepartmentModel, PostModel, RoutingRuleModel } from "../../server/features/posts/index";
import { RequestModel } from "../../server/features/requests/model";
import { TalentModel } from "../../server/features/talents/index";
import type { Keyring } from "../../server/platform/crypto/keyring";
import { createFileStore } from "../../server/platform/files/createFileStore";
import { EMPLOYERS } from "../../server/data/offices";
import { EmployerModel } from "../../server/features/employers/index";
import { idOf } from "./ids";
import { tellComplaints } from "./complaints";
import { openCycles, tellCycles } from "./cycles";
import { demonstration } from "./demonstration";
import { storeSampleFiles } from "./files";
import { tellScans } from "./scans";
import { tellHalls } from "./hallDay";

/** What was loaded, for the operator. */
export type Loaded = Record<
  | "items"
  | "departments"
  | "posts"
  | "talents"
  | "accounts"
  | "requests"
  | "complaints"
  | "cycles"
  | "halls"
  | "tickets",
  number
>;

async function insert(
  model: { collection: mongoose.Collection },
  documents: readonly object[],
): Promise<void> {
  if (documents.length === 0) return;
  await model.collection.insertMany([...documents] as mongoose.mongo.BSON.Document[], {
    ignoreUndefined: true,
    ordered: false,
  });
}

/** Builds the demonstration data as of `now` and writes it. The connection is open and the database empty. */
export async function loadDemonstration(now: Date, keyring: Keyring): Promise<Loaded> {
  const files = await storeSampleFiles(createFileStore());
  const data = await demonstration(now, keyring, files);
  await insert(ItemModel, data.items);
  await insert(DepartmentModel, data.departments);
  await insert(PostModel, data.posts);
  const cycles = openCycles(data.talents, now);
  await insert(CycleModel, cycles);
  await insert(TalentModel, data.talents);
  await insert(AccountModel, data.accounts);
  await insert(RequestModel, data.requests);
  await insert(RoutingRuleModel, data.routingRules);
  const counters = mongoose.connection.collection<{ _id: string; value: number }>("counters");
  for (const [year, last] of data.lastNumbers)
    await counters.updateOne({ _id: `requests-${year}` }, { $set: { value: last } }, { upsert: true });
  await insert(
    EmployerModel,
    EMPLOYERS.map((employer) => ({ _id: idOf(employer.code), ...employer })),
  );
  const complaints = await tellComplaints(now);
  await tellCycles(now);
  await tellScans(keyring, now);
  const { halls, tickets } = await tellHalls(now, now);
  const { items, departments, posts, talents, accounts, requests } = data;
  return {
    ...{ items: items.length, departments: departments.length, posts: posts.length },
    ...{ talents: talents.length, accounts: accounts.length, requests: requests.length },
    ...{ complaints, cycles: cycles.length, halls, tickets },
  };
}
