import { Text, View } from "@tarojs/components";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { BENEFICIARY_LABELS } from "@talent/shared/labels/people";
import { SOURCE_LABELS } from "@talent/shared/labels/requests";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { platform } from "../../../platform";
import { Tap } from "../../base/Tap";
import { caseTexts } from "../texts/caseTexts";

interface FactProps {
  label: string;
  value: string;
  under?: string | undefined;
}

function Fact({ label, value, under }: FactProps) {
  return (
    <View className="cs-fact">
      <View className="cs-fact-k">{label}</View>
      <View className="cs-fact-v">{value}</View>
      {under === undefined ? null : <View className="cs-fact-u">{under}</View>}
    </View>
  );
}

export interface CaseFactsProps {
  request: RequestDetail;
  /** The number in full, after it was asked for; logged. */
  phone: string | undefined;
  phoneError: string | undefined;
  onReveal: () => void;
}

/** Who, for whom, since when, and how to reach them. */
export function CaseFacts({ request, phone, phoneError, onReveal }: CaseFactsProps) {
  const t = useTexts(caseTexts);
  const words = useWords();
  const dispatched = request.timeline.reduce<RequestDetail["timeline"][number] | undefined>(
    (latest, event) =>
      event.type === "dispatched" && (latest === undefined || latest.at < event.at) ? event : latest,
    undefined,
  );
  const who = words.say(BENEFICIARY_LABELS[request.beneficiary]);
  const age = request.beneficiaryAge === undefined ? undefined : t.facts.age(request.beneficiaryAge);
  const consent = request.consents.guardian === true ? t.facts.guardian : t.facts.processing;
  const dayOf = (at: string) => words.date(dateInShanghai(new Date(at)));
  return (
    <View className="cs-facts">
      <Fact
        label={t.facts.beneficiary}
        value={[who, request.beneficiaryName, age].filter((part) => part !== undefined).join("，")}
        under={consent}
      />
      <Fact label={t.facts.employer} value={request.employerName} />
      {request.submittedAt === undefined ? null : (
        <Fact
          label={t.facts.submitted}
          value={dayOf(request.submittedAt)}
          under={words.say(SOURCE_LABELS[request.source])}
        />
      )}
      <Fact
        label={t.facts.dispatched}
        value={dispatched === undefined ? t.facts.notDispatched : dayOf(dispatched.at)}
        under={
          dispatched === undefined || request.holder === undefined
            ? undefined
            : `${dispatched.who} → ${request.holder.name}`
        }
      />
      <View className="cs-fact">
        <View className="cs-fact-k">{t.facts.phone}</View>
        <View className="cs-fact-v">{phone ?? request.phoneMasked}</View>
        {phone === undefined ? (
          <Tap className="cs-reveal" onTap={onReveal}>
            <Text>{t.reveal}</Text>
          </Tap>
        ) : (
          <View className="row">
            <Tap
              className="cs-reveal mr-3"
              label={`${t.callNumber} ${phone}`}
              onTap={() => platform.call(phone)}
            >
              <Text>{t.callNumber}</Text>
            </Tap>
            <Text className="cs-fact-u">{t.revealed}</Text>
          </View>
        )}
        {phoneError === undefined ? null : <View className="t-xs brick">{phoneError}</View>}
      </View>
    </View>
  );
}
