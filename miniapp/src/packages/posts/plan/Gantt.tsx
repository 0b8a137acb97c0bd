import { Text, View } from "@tarojs/components";
import type { PlannedPost, PostPlan } from "@talent/shared/contract/schemas/posts";
import { weekday } from "@talent/shared/calendar/dates";
import { POST_LETTERS, type PostLetter } from "@talent/shared/domain/posts";
import { Tap } from "../../../components/base/Tap";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { HolderName } from "../HolderName";
import { runsOf, type AskedSpans, type CellKind, type Run } from "../planRuns";
import { postTexts } from "../texts";

type Days = PostPlan["days"];

export interface GanttProps {
  posts: readonly PlannedPost[];
  days: Days;
  asked: AskedSpans | undefined;
  selectedId: string | undefined;
  onSelect: (post: PlannedPost) => void;
}

function dayOf(on: string, first: boolean): string {
  const [, month = "", day = ""] = on.split("-");
  return first || day === "01" ? `${Number(month)}/${Number(day)}` : String(Number(day));
}

function GanttHead({ days }: { days: Days }) {
  const t = useTexts(postTexts);
  const { todayOn } = useWords();
  return (
    <View className="gt-head">
      <Text className="gt-post">{t.post}</Text>
      <Text className="gt-holder">{t.holders}</Text>
      <View className="gt-days">
        {days.map(({ on }, index) => (
          <View key={on} className={`gt-day ${on === todayOn ? "gt-day-on" : ""}`}>
            <Text className="gt-wd">{t.weekdays[weekday(on)]}</Text>
            <Text className="num">{dayOf(on, index === 0)}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}

function barWord(kind: CellKind, post: PlannedPost, t: (typeof postTexts)["zh-CN"]): string {
  if (kind === "free" || kind === "rest") return "";
  if (kind !== "cover") return t.bar[kind];
  return t.covering(post.holders.find(({ letter }) => letter === "A")?.name ?? "");
}

function Bar({ run, post, today }: { run: Run; post: PlannedPost; today: boolean }) {
  const t = useTexts(postTexts);
  return (
    <View className="gt-run" style={{ flexGrow: run.days, flexShrink: run.days }}>
      <View className={`gt-bar gt-${run.kind} ${today && run.kind === "free" ? "gt-today" : ""}`}>
        <Text className="sf-el">{barWord(run.kind, post, t)}</Text>
      </View>
    </View>
  );
}

interface RowProps {
  post: PlannedPost;
  letter: PostLetter;
  days: Days;
  asked: AskedSpans | undefined;
}

/** What a screen reader says of a holder's days. */
function useRowWords() {
  const t = useTexts(postTexts);
  const { date } = useWords();
  return ({ post, letter, days, asked }: RowProps): string => {
    const said = runsOf(post, letter, days, asked)
      .filter(({ kind }) => kind !== "free" && kind !== "rest")
      .map(({ kind, fromOn, toOn }) => `${t.kinds[kind]} ${t.span(date(fromOn), date(toOn))}`)
      .join("，");
    const name = post.holders.find((one) => one.letter === letter)?.name ?? "";
    return t.rowLabel(letter, name, said === "" ? t.allFree : said);
  };
}

function HolderRow({ post, letter, days, asked }: RowProps) {
  const { todayOn } = useWords();
  const rowWords = useRowWords();
  return (
    <View className="gt-row">
      <Text className={`gt-post sf-el ${letter === "A" ? "b" : "t-s ink-2"}`}>
        {letter === "A" ? post.name : post.departmentName}
      </Text>
      <View className="gt-holder t-s">
        <HolderName post={post} letter={letter} />
      </View>
      <Text className="unseen">{rowWords({ post, letter, days, asked })}</Text>
      <View className="gt-days">
        {runsOf(post, letter, days, asked).map((run) => (
          <Bar key={run.fromOn} run={run} post={post} today={run.fromOn === todayOn} />
        ))}
      </View>
    </View>
  );
}

const LEGEND = ["absent", "cover", "asked", "gap", "rest"] as const satisfies readonly CellKind[];

function Legend() {
  const t = useTexts(postTexts);
  return (
    <View className="gt-legend">
      {LEGEND.map((kind) => (
        <View key={kind} className="row mr-3">
          <View className={`gt-swatch gt-${kind}`} />
          <Text>{t.kinds[kind]}</Text>
        </View>
      ))}
    </View>
  );
}

/** Two rows per post, a bar per run of days with a word in it. */
export function Gantt({ posts, days, asked, selectedId, onSelect }: GanttProps) {
  return (
    <View className="sf-sheet gt">
      <GanttHead days={days} />
      {posts.map((post) => (
        <Tap
          key={post.id}
          className={`gt-pair ${post.id === selectedId ? "gt-pair-on" : ""}`}
          onTap={() => onSelect(post)}
        >
          {POST_LETTERS.map((letter) => (
            <HolderRow key={letter} post={post} letter={letter} days={days} asked={asked} />
          ))}
        </Tap>
      ))}
      <Legend />
    </View>
  );
}
