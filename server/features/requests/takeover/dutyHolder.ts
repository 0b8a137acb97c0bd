import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { WorkingCalendar } from "@talent/shared/calendar/workingDays";
import { onDuty } from "@talent/shared/domain/posts";
import { coveredBy, readPosts, type PostDocument, type PostHolder } from "../../posts/index";
import type { RequestDocument } from "../document";

type Holder = NonNullable<RequestDocument["holder"]>;

/** A holder of a post as a request names them; with B it says for whom. */
export function holderAt(post: PostDocument, { accountId, letter, name }: PostHolder): Holder {
  const coveringFor = coveredBy(post, { accountId, letter, name });
  return {
    ...{ accountId, letter, name, office: post.departmentName },
    ...(coveringFor === undefined ? {} : { coveringFor }),
  };
}

/** Whoever is on duty at the post now, as a request names them; undefined where nobody is. */
export function dutyHolder(post: PostDocument, calendar: WorkingCalendar, now: Date): Holder | undefined {
  const holder = onDuty(post, dateInShanghai(now), calendar);
  return holder === undefined ? undefined : holderAt(post, holder);
}

/** Whoever is on duty now at the post that had the request. */
export async function presentHolder(
  { postId }: RequestDocument,
  calendar: WorkingCalendar,
  now: Date,
): Promise<Holder | undefined> {
  const post = postId === undefined ? undefined : (await readPosts()).post(postId);
  return post === undefined ? undefined : dutyHolder(post, calendar, now);
}
