import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { changePostBody, createPostBody } from "@talent/shared/contract/schemas/posts";
import { POST_LETTERS, type PostLetter } from "@talent/shared/domain/posts";
import { Types } from "mongoose";
import type * as z from "zod/mini";
import type { Reader } from "../../../platform/auth/reader";
import { commandCall, runCommand } from "../../../platform/database/aggregate";
import { insertOnce } from "../../../platform/database/insertOnce";
import { AppError, invalidField } from "../../../platform/errors";
import { AccountModel } from "../../accounts/index";
import { readCatalogue } from "../../catalogue/index";
import type { PostContext } from "../context";
import { forgetPosts } from "../directory";
import { loadPost, nextSettling } from "../duty";
import { DepartmentModel, PostModel, type Absence, type PostDocument, type PostHolder } from "../model";
import { newPost } from "../newPost";

interface Call {
  context: PostContext;
  reader: Reader;
  now: Date;
  commandKey: string | undefined;
}

type Change = z.output<typeof changePostBody>;

async function holderOf(letter: PostLetter, accountId: string, departmentId: string): Promise<PostHolder> {
  const account = await AccountModel.findOne({
    _id: new Types.ObjectId(accountId),
    disabled: false,
    grants: { $elemMatch: { role: "departmentLiaison", departmentId } },
  }).lean();
  if (account === null) throw invalidField(`body.holders.${letter}`, "not_of_this_department");
  return { letter, accountId, name: account.name };
}

/** Both holders, two different people of the department (DB50/T 1733 §6.6.2 b). */
async function holdersOf(holders: Change["holders"], departmentId: string): Promise<PostHolder[]> {
  if (holders.A === holders.B) throw invalidField("body.holders.B", "same_as_a");
  return Promise.all(POST_LETTERS.map((letter) => holderOf(letter, holders[letter], departmentId)));
}

async function checkItems(itemCodes: readonly string[]): Promise<void> {
  const known = new Set((await readCatalogue()).items.map(({ code }) => code));
  const unknown = itemCodes.findIndex((code) => !known.has(code));
  if (unknown >= 0) throw invalidField(`body.itemCodes.${unknown}`, "unknown");
}

/** @throws AppError `invalid_input` for an unknown department, item or holder */
export async function createPost(call: Call, body: z.output<typeof createPostBody>): Promise<PostDocument> {
  const { departmentId, holders: _holders, ...facts } = body;
  const department = await DepartmentModel.findById(departmentId).lean();
  if (department === null) throw invalidField("body.departmentId", "unknown");
  await checkItems(body.itemCodes);
  const holders = await holdersOf(body.holders, departmentId);
  const { level, districtCode } = department;
  const post = newPost(
    {
      ...facts,
      _id: new Types.ObjectId(),
      departmentId,
      departmentName: department.name,
      level,
      ...(districtCode === undefined ? {} : { districtCode }),
      holders,
    },
    dateInShanghai(call.now),
  );
  const command = commandCall(call.reader.accountId, call.commandKey, "createPost", body);
  const made = await insertOnce<PostDocument>(PostModel, command, post);
  forgetPosts();
  return made;
}

/** Absences of people who no longer hold the post are void. */
function voidAbsences(post: PostDocument, holders: readonly PostHolder[]): Absence[] {
  return post.absences.map((absence) => {
    const stays = holders.some(
      ({ letter, accountId }) => letter === absence.letter && accountId === absence.accountId,
    );
    return stays ? absence : { ...absence, state: "cancelled" };
  });
}

/**
 * Changes a post. With a new holder on duty the open cases go to them at once.
 * @throws AppError `not_found`, `invalid_input`, `idempotency_key_reused`, `state_changed` while cases are being moved
 */
export async function changePost(call: Call, postId: string, body: Change): Promise<PostDocument> {
  const { context, reader, now, commandKey } = call;
  await checkItems(body.itemCodes);
  await runCommand<PostDocument>({
    model: PostModel,
    current: await loadPost(postId),
    reload: () => loadPost(postId),
    call: commandCall(reader.accountId, commandKey, "changePost", { postId, body }),
    async decide(post) {
      const holders = await holdersOf(body.holders, post.departmentId);
      if (post.status !== "active") throw new AppError("state_changed", "the post is closed");
      const { holders: _ids, ...facts } = body;
      const next = { ...post, ...facts, holders, absences: voidAbsences(post, holders) };
      const settling = nextSettling(next, dateInShanghai(now), context.calendar());
      return {
        ...settling,
        set: { ...facts, holders, absences: next.absences, ...settling.set },
      };
    },
  });
  forgetPosts();
  await context.settle(postId, now);
  return loadPost(postId);
}
