import { Text, View } from "@tarojs/components";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { Section } from "../../../components/base/Section";
import { StatusMark } from "../../../components/base/StatusMark";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import type { StatusShape } from "../../../theme/statusShapes";
import { workTexts } from "./workTexts";

type Urge = RequestDetail["urges"][number];

const PROMISE_SHAPES: Readonly<Record<NonNullable<Urge["promise"]>["state"], StatusShape>> = {
  open: "doing",
  kept: "done",
  broken: "over",
};

/** One urge: the promised day first, for that is what one waits for. */
function UrgeNote({ urge, first }: { urge: Urge; first: boolean }) {
  const t = useTexts(workTexts);
  const words = useWords();
  const { promise } = urge;
  return (
    <View className={`cell ${first ? "cell-first" : ""}`}>
      <View className="grow">
        <View className="row">
          <StatusMark
            shape={promise === undefined ? "waiting" : PROMISE_SHAPES[promise.state]}
            className="mr-2"
          />
          <Text className="b grow">
            {promise === undefined ? t.waitsAnswer : t.promise[promise.state](words.date(promise.on))}
          </Text>
        </View>
        {urge.answer === undefined ? null : <View className="mt-1">{urge.answer}</View>}
        <View className="t-s ink-2">
          {urge.answeredBy === undefined || urge.answeredAt === undefined
            ? t.urgedAt(words.moment(urge.at))
            : t.answeredBy(urge.answeredBy, words.moment(urge.answeredAt))}
        </View>
      </View>
    </View>
  );
}

/** Urges with their promises, more time with its reason, and who took it in at a window. */
export function WorkNotes({ request }: { request: RequestDetail }) {
  const t = useTexts(workTexts);
  const words = useWords();
  const { urges, extension, intake, transfer } = request;
  return (
    <View>
      {urges.length === 0 ? null : (
        <>
          <Section title={t.urges} />
          <View className="card card-flush">
            {[...urges].reverse().map((urge, index) => (
              <UrgeNote key={urge.id} urge={urge} first={index === 0} />
            ))}
          </View>
        </>
      )}
      {extension?.state === "approved" ? (
        <View className="card mt-3">
          <View className="b">{t.extended(extension.workingDays)}</View>
          <View>{extension.reason}</View>
          {extension.decidedAt === undefined ? null : (
            <View className="t-s ink-2">
              {t.decided(extension.decidedBy ?? "", words.moment(extension.decidedAt))}
            </View>
          )}
        </View>
      ) : null}
      {transfer === undefined ? null : (
        <View className="card mt-3">
          <View className="b">{t.transferred(transfer.office)}</View>
          {transfer.phone === undefined ? null : <View>{transfer.phone}</View>}
        </View>
      )}
      {intake === undefined ? null : (
        <View className="t-s ink-2 mt-2">{t.takenIn(intake.office, intake.by, words.moment(intake.at))}</View>
      )}
    </View>
  );
}
