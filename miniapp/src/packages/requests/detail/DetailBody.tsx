import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { isIn, OPEN_STATUSES } from "@talent/shared/domain/requestStatus";
import { fill } from "@talent/shared/labels/fill";
import { BENEFICIARY_LABELS } from "@talent/shared/labels/people";
import { SOURCE_LABELS, STATUS_LABELS, STATUS_SENTENCES } from "@talent/shared/labels/requests";
import { Section } from "../../../components/base/Section";
import { Tap } from "../../../components/base/Tap";
import { CallRow } from "../../../components/talent/CallRow";
import { DaySum } from "../../../components/talent/DaySum";
import { LimitPromise } from "../../../components/talent/LimitPromise";
import { Timeline } from "../../../components/talent/Timeline";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { RequestContent } from "./RequestContent";
import { detailTexts } from "./texts";
import { timelineLines } from "./timelineLines";
import { WorkNotes } from "./WorkNotes";

export function DetailBody({ request }: { request: RequestDetail }) {
  const t = useTexts(detailTexts);
  const words = useWords();
  const who = request.beneficiaryName ?? words.say(BENEFICIARY_LABELS[request.beneficiary]);
  return (
    <View>
      <Standing request={request} />
      <WorkNotes request={request} />
      <DaySumSection request={request} />
      <Section title={t.history} aside={t.forWhom(words.say(SOURCE_LABELS[request.source]), who)} />
      <View className="card">
        <Timeline lines={timelineLines(request, words)} />
      </View>
      {request.officers.length === 0 ? null : (
        <>
          <Section title={t.officers} />
          <View className="card card-flush">
            {request.officers.map((officer, index) => (
              <CallRow
                key={`${officer.office}${officer.name}`}
                first={index === 0}
                name={officer.name}
                duty={`${officer.office}${words.language === "zh" ? "，" : ", "}${t.duty[officer.duty]}`}
                phone={officer.phone}
              />
            ))}
          </View>
        </>
      )}
      <RequestContent request={request} />
    </View>
  );
}

function Standing({ request }: { request: RequestDetail }) {
  const t = useTexts(detailTexts);
  const words = useWords();
  const open = isIn(OPEN_STATUSES, request.status);
  const limit = open ? request.limit : undefined;
  const handler = request.officers.find((officer) => officer.duty === "holder") ?? request.officers[0];
  return (
    <View className="card">
      {limit === undefined ? (
        <View className="t-xl b">{words.say(STATUS_LABELS[request.status])}</View>
      ) : (
        <LimitPromise limit={limit} />
      )}
      <View className="mt-3">
        <View className="b">
          {fill(words.say(STATUS_SENTENCES[request.status]), { office: request.office })}
        </View>
        {request.reason === undefined ? null : (
          <View className="mt-1">
            <Text className="ink-2">{`${t.reason} `}</Text>
            <Text>{request.reason}</Text>
          </View>
        )}
        {request.responsible === undefined ? null : (
          <View className="mt-1">
            <Text className="ink-2">{`${t.responsible} `}</Text>
            <Text>{request.responsible}</Text>
          </View>
        )}
      </View>
      {open && handler?.phone !== undefined ? (
        <CallRow name={handler.office} duty={handler.name} phone={handler.phone} first />
      ) : null}
    </View>
  );
}

/** The days of the sum; of an ended limit only those that passed, for nothing is left to wait for. */
function daysToShow({ limitDays = [], limit, completedAt, updatedAt }: RequestDetail) {
  if (limit?.state !== "ended") return limitDays;
  const endedOn = dateInShanghai(new Date(completedAt ?? updatedAt));
  return limitDays.filter(({ on }) => on <= endedOn);
}

function DaySumSection({ request }: { request: RequestDetail }) {
  const t = useTexts(detailTexts);
  const [shown, setShown] = useState(true);
  const days = daysToShow(request);
  if (days.length === 0) return null;
  return (
    <>
      <View className="sec">
        <View className="sec-h">{t.howCounted}</View>
        <Tap className="link" expanded={shown} onTap={() => setShown(!shown)}>
          {shown ? t.hide : t.show}
        </Tap>
      </View>
      {shown ? (
        <View className="card">
          <DaySum
            days={days}
            kind={request.limit?.kind ?? "handling"}
            sources={request.limitSources}
            unpublished={request.limit?.unpublished ?? false}
            changes={request.limit?.changes}
          />
        </View>
      ) : null}
    </>
  );
}
