import { Types } from "mongoose";
import * as z from "zod/mini";
import { departmentsFileSchema } from "../../server/data/schema";
import { AccountModel } from "../../server/features/accounts/index";
import { ItemModel } from "../../server/features/catalogue/index";
import { DepartmentModel, newPost, PostModel, type PostHolder } from "../../server/features/posts/index";
import { idOf } from "../seed/ids";
import { grantAsOperator } from "./grantRole";
import type { LoadPlan } from "./plan";
import { readDataFile } from "./readFile";

const fileSchema = z.object({ departments: departmentsFileSchema.shape.departments });

type Department = z.output<typeof fileSchema>["departments"][number];
type Post = Department["posts"][number];

const ACCOUNT = /^[0-9a-f]{24}$/;

async function holderProblems(post: Post, at: string): Promise<string[]> {
  const problems: string[] = [];
  for (const field of ["account", "accountB"] as const) {
    const id = post[field];
    if (id === undefined) problems.push(`${at}.${field}: required`);
    else if (!ACCOUNT.test(id) || (await AccountModel.exists({ _id: new Types.ObjectId(id) })) === null)
      problems.push(`${at}.${field}: unknown account ${id}`);
  }
  if (post.account !== undefined && post.account === post.accountB)
    problems.push(`${at}.accountB: same_as_account`);
  return problems;
}

async function itemProblems(post: Post, at: string): Promise<string[]> {
  const found = await ItemModel.find({ code: { $in: post.itemCodes } }, { code: 1 }).lean();
  const known = new Set(found.map(({ code }) => code));
  return post.itemCodes.flatMap((code, index) =>
    known.has(code) ? [] : [`${at}.itemCodes.${index}: unknown item ${code}`],
  );
}

/** Opens a post: both holders become liaisons of the department first (§6.6.2 b). */
async function openPost(department: Department, departmentId: string, post: Post, now: Date): Promise<void> {
  const people = [
    { letter: "A", accountId: post.account ?? "", name: post.holder },
    { letter: "B", accountId: post.accountB ?? "", name: post.holderB },
  ] as const satisfies readonly PostHolder[];
  for (const { accountId, name } of people)
    await grantAsOperator(
      accountId,
      { role: "departmentLiaison", departmentId },
      { name, office: department.name },
      now,
    );
  const { name, phone, itemCodes } = post;
  const opened = newPost(
    {
      _id: idOf(`post ${post.code}`),
      ...{ name, phone, itemCodes, departmentId, departmentName: department.name, level: department.level },
      ...(department.districtCode === undefined ? {} : { districtCode: department.districtCode }),
      isDefault: post.default ?? false,
      holders: [...people],
    },
    now.toISOString().slice(0, 10),
  );
  await PostModel.collection.insertOne(opened, { ignoreUndefined: true });
}

async function planPost(
  plan: LoadPlan,
  {
    department,
    departmentId,
    post,
    at,
    now,
  }: { department: Department; departmentId: string; post: Post; at: string; now: Date },
): Promise<void> {
  plan.problems.push(...(await itemProblems(post, at)));
  if ((await PostModel.exists({ _id: idOf(`post ${post.code}`) })) !== null) return;
  plan.problems.push(...(await holderProblems(post, at)));
  plan.writes.push({
    says: `new post ${post.code} ${department.name} ${post.name}: A ${post.holder}, B ${post.holderB}`,
    write: () => openPost(department, departmentId, post, now),
  });
}

/** Departments and posts of a file. What exists is left as it is: it is kept on the screens of the administrator. */
export async function planOffices(path: string, now: Date): Promise<LoadPlan> {
  const { departments } = readDataFile(path, fileSchema);
  const plan: LoadPlan = { problems: [], writes: [] };
  for (const [index, department] of departments.entries()) {
    const { code, name, level, districtCode, posts } = department;
    const at = `departments.${index}`;
    if ((level === "district") !== (districtCode !== undefined))
      plan.problems.push(`${at}.districtCode: ${level === "district" ? "required" : "not_for_this_level"}`);
    const _id = idOf(`department ${code}`);
    if ((await DepartmentModel.exists({ _id })) === null)
      plan.writes.push({
        says: `new department ${code} ${name}`,
        write: () =>
          DepartmentModel.collection.insertOne(
            { _id, name, level, districtCode, phone: posts[0]?.phone ?? "" },
            { ignoreUndefined: true },
          ),
      });
    for (const [place, post] of posts.entries())
      await planPost(plan, {
        ...{ department, departmentId: _id.toHexString(), post, now },
        at: `${at}.posts.${place}`,
      });
  }
  return plan;
}
