import { View } from "@tarojs/components";
import type { PlannedPost } from "@talent/shared/contract/schemas/posts";
import { otherLetter, POST_BOUNDS, type PostLetter } from "@talent/shared/domain/posts";
import { POST_LETTER_LABELS } from "@talent/shared/labels/posts";
import { DateField, SelectField } from "../../components/form/Picker";
import { TextField } from "../../components/form/TextField";
import { Banner } from "../../components/staff/Banner";
import { StaffButton } from "../../components/staff/StaffButton";
import { useTexts } from "../../i18n/texts";
import { useWords } from "../../i18n/useWords";
import { LeftEmptyNote } from "./LeftEmptyNote";
import { postTexts } from "./texts";
import type { AbsenceEntry } from "./useAbsenceEntry";

/** Whom an absence can be entered for, as one value: post and letter. */
export interface Person {
  post: PlannedPost;
  letter: PostLetter;
}

export const personKey = ({ post, letter }: Person): string => `${post.id}:${letter}`;

/** Holders for whom the reader may enter an absence. */
export function peopleOf(posts: readonly PlannedPost[]): Person[] {
  return posts.flatMap((post) => post.canRegisterFor.map((letter) => ({ post, letter })));
}

function nameOf({ post, letter }: Person): string {
  return post.holders.find((holder) => holder.letter === letter)?.name ?? "";
}

/** The form of an absence: who, from, to, why; a refusal stays with its ways out. */
export function AbsenceForm({ people, entry }: { people: readonly Person[]; entry: AbsenceEntry }) {
  const t = useTexts(postTexts);
  const words = useWords();
  const { who, fromOn, toOn, reason } = entry.values;
  const person = people.find((one) => personKey(one) === who);
  const cover =
    person === undefined || person.letter === "B"
      ? undefined
      : nameOf({ post: person.post, letter: otherLetter(person.letter) });
  const blocked =
    person === undefined
      ? t.need.who
      : fromOn === ""
        ? t.need.from
        : toOn === ""
          ? t.need.to
          : reason.trim() === ""
            ? t.need.reason
            : undefined;
  return (
    <View>
      <SelectField
        label={t.who}
        placeholder={t.whoPlaceholder}
        value={person === undefined ? undefined : who}
        choices={people.map((one) => ({
          value: personKey(one),
          label: `${words.say(POST_LETTER_LABELS[one.letter])} ${nameOf(one)}　${one.post.departmentName} ${one.post.name}`,
        }))}
        onChange={(value) => entry.set("who", value)}
      />
      <DateField
        label={t.from}
        value={fromOn === "" ? undefined : fromOn}
        shown={fromOn === "" ? undefined : words.date(fromOn)}
        placeholder={t.pickDay}
        from={words.todayOn}
        onChange={(on) => entry.set("fromOn", on)}
      />
      <DateField
        label={t.to}
        value={toOn === "" ? undefined : toOn}
        shown={toOn === "" ? undefined : words.date(toOn)}
        placeholder={t.pickDay}
        from={fromOn === "" ? words.todayOn : fromOn}
        onChange={(on) => entry.set("toOn", on)}
      />
      <TextField
        label={t.reason}
        placeholder={t.reasonPlaceholder}
        value={reason}
        most={POST_BOUNDS.reason}
        onChange={(value) => entry.set("reason", value)}
      />
      {entry.said === undefined ? null : (
        <Banner tone="moss" mark="done" text={entry.said} className="mt-3" />
      )}
      {entry.trouble === undefined ? null : (
        <Banner tone="brick" mark="refused" text={entry.trouble} className="mt-3" />
      )}
      {entry.leftEmpty === undefined ? null : <LeftEmptyNote leftEmpty={entry.leftEmpty} entry={entry} />}
      <View className="row mt-3">
        <StaffButton
          kind="primary"
          text={blocked ?? t.send(cover)}
          disabled={blocked !== undefined}
          busyText={entry.busy ? t.sending : undefined}
          onTap={() => void entry.send()}
        />
      </View>
    </View>
  );
}
