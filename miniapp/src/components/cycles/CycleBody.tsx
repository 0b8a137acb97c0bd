import { Text, View } from "@tarojs/components";
import type { CycleDetail } from "@talent/shared/contract/schemas/cycles";
import {
  CYCLE_DECISION_LABELS,
  CYCLE_EVENT_SENTENCES,
  EVALUATION_GRADE_LABELS,
  VERIFICATION_RESULT_LABELS,
  VERIFICATION_SOURCE_LABELS,
} from "@talent/shared/labels/cycles";
import { fill } from "@talent/shared/labels/fill";
import { useTexts } from "../../i18n/texts";
import { useWords } from "../../i18n/useWords";
import { Section } from "../base/Section";
import { StatusMark } from "../base/StatusMark";
import { KeyValue } from "../list/Fact";
import { Timeline } from "../talent/Timeline";
import { RESULT_SHAPES } from "./cycleShape";
import { CycleSpan } from "./CycleSpan";
import { cycleTexts } from "./cycleTexts";

/** A heading with somebody's words under it and who said them when. */
function Said({ title, text, foot }: { title: string; text: string; foot: string }) {
  return (
    <View>
      <Section title={title} />
      <View className="card">
        <View>{text}</View>
        <View className="t-s ink-2 mt-1">{foot}</View>
      </View>
    </View>
  );
}

function Evaluation({ evaluation }: { evaluation: NonNullable<CycleDetail["evaluation"]> }) {
  const t = useTexts(cycleTexts);
  const words = useWords();
  const { grade, stillFullTime, opinion, by, at, late } = evaluation;
  return (
    <View>
      <Section title={t.evaluation} />
      <View className="card">
        <KeyValue first label={t.fullTime} value={stillFullTime === true ? t.yes : t.no} />
        {grade === undefined ? null : (
          <KeyValue label={t.grade} value={words.say(EVALUATION_GRADE_LABELS[grade])} />
        )}
        <View className="mt-2">{opinion ?? ""}</View>
        <View className="t-s ink-2 mt-1">
          {late ? `${t.by(by, words.moment(at))}　${t.late}` : t.by(by, words.moment(at))}
        </View>
      </View>
    </View>
  );
}

/** What each source said; nothing before they were asked, or for whoever does not see it. */
function Sources({ cycle }: { cycle: CycleDetail }) {
  const t = useTexts(cycleTexts);
  const words = useWords();
  const { suggested } = cycle;
  if (cycle.verification.length === 0) return null;
  return (
    <View>
      <Section title={t.sources} />
      <View className="card">
        {cycle.verification.map(({ source, result, evidence, at }) => (
          <View key={source} className="mb-3">
            <View className="row row-between">
              <Text className="b">{words.say(VERIFICATION_SOURCE_LABELS[source])}</Text>
              <StatusMark
                shape={RESULT_SHAPES[result]}
                word={words.say(VERIFICATION_RESULT_LABELS[result])}
              />
            </View>
            <View className="t-s ink-2">{t.by(evidence, words.moment(at))}</View>
          </View>
        ))}
        {cycle.can.includes("renew") ? (
          <View className="mt-2">{suggested === undefined ? t.notSuggested : t.suggested[suggested]}</View>
        ) : null}
      </View>
    </View>
  );
}

function Decisions({ cycle }: { cycle: CycleDetail }) {
  const t = useTexts(cycleTexts);
  const words = useWords();
  return (
    <View>
      {[...cycle.decisions].reverse().map(({ decision, reason, by, at }) => (
        <Said
          key={at}
          title={`${t.decision}　${words.say(CYCLE_DECISION_LABELS[decision])}`}
          text={reason}
          foot={t.by(by, words.moment(at))}
        />
      ))}
      {cycle.appeals.map(({ reason, at }) => (
        <Said key={at} title={t.appeal} text={reason} foot={words.moment(at)} />
      ))}
    </View>
  );
}

/** Everything of one cycle that its reader may see, what is newest for them first. */
export function CycleBody({ cycle }: { cycle: CycleDetail }) {
  const t = useTexts(cycleTexts);
  const words = useWords();
  const { evaluation, statement, lateRequest, next } = cycle;
  const lines = [...cycle.timeline].reverse().map(({ id, type, at, who, note }, index) => ({
    id,
    what: fill(words.say(CYCLE_EVENT_SENTENCES[type]), { who }),
    when: words.moment(at),
    note,
    look: index === 0 ? ("now" as const) : ("past" as const),
  }));
  return (
    <View>
      <CycleSpan cycle={cycle} />
      {next === undefined ? null : (
        <View className="card mt-3">{t.followed(words.date(next.startsOn), words.date(next.endsOn))}</View>
      )}
      <Decisions cycle={cycle} />
      <Sources cycle={cycle} />
      {evaluation === undefined ? null : <Evaluation evaluation={evaluation} />}
      {statement === undefined ? null : (
        <Said title={t.statement} text={statement.text} foot={words.moment(statement.at)} />
      )}
      {lateRequest === undefined ? null : (
        <Said
          title={t.lateRequest}
          text={lateRequest.reason}
          foot={[words.moment(lateRequest.at), lateRequest.answer ?? ""].join("　")}
        />
      )}
      <Section title={t.history} />
      <View className="card">
        <Timeline lines={lines} />
      </View>
    </View>
  );
}
