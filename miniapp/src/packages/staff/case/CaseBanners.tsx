import { View } from "@tarojs/components";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { NOT_ROUTED_SENTENCES } from "@talent/shared/labels/posts";
import { TIMELINE_LABELS } from "@talent/shared/labels/timeline";
import { Banner } from "../../../components/staff/Banner";
import { caseTexts } from "../../../components/staff/texts/caseTexts";
import { boardTexts } from "../../../components/staff/texts/boardTexts";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import type { CasePageState } from "./useCasePage";

function latest(request: RequestDetail): RequestDetail["timeline"][number] | undefined {
  return [...request.timeline].sort((a, b) => (a.at < b.at ? 1 : -1))[0];
}

/** What was done, that somebody else was first, or that it failed; and whether the page is old. */
export function CaseBanners({ page, onNext }: { page: CasePageState; onNext: (() => void) | undefined }) {
  const t = useTexts(caseTexts);
  const board = useTexts(boardTexts);
  const words = useWords();
  const { act, request, query, asking } = page;
  if (request === undefined) return null;
  const event = latest(request);
  const fact =
    event === undefined
      ? t.someoneFirstUnknown
      : t.someoneFirst(event.who, words.say(TIMELINE_LABELS[event.type]));
  return (
    <View className="cs-notes">
      {act.conflict ? (
        <Banner
          className="cs-note"
          tone="amber"
          mark="near"
          fact={fact}
          text={t.draftNotSent}
          action={{ text: t.seen, onTap: act.clear }}
        />
      ) : null}
      {act.done === undefined ? null : (
        <Banner
          className="cs-note"
          tone="moss"
          mark="done"
          text={t.did[act.done]}
          action={onNext === undefined ? { text: t.seen, onTap: act.clear } : { text: t.next, onTap: onNext }}
        />
      )}
      {request.notRoutedWhy === undefined ? null : (
        <Banner
          className="cs-note"
          tone="amber"
          mark="forward"
          text={words.say(NOT_ROUTED_SENTENCES[request.notRoutedWhy])}
        />
      )}
      {act.error !== undefined && asking === undefined ? (
        <Banner
          className="cs-note"
          tone="brick"
          mark="refused"
          fact={t.failed}
          text={errorSentence(act.error, words.language)}
          action={{ text: t.seen, onTap: act.clear }}
        />
      ) : null}
      {query.error !== undefined ? (
        <Banner
          className="cs-note"
          tone="card"
          icon="offline"
          text={`${errorSentence(query.error, words.language)}${query.staleSince === undefined ? "" : board.staleAt(words.time(query.staleSince))}`}
          action={{ text: board.loadAgain, onTap: () => void query.refresh() }}
        />
      ) : null}
    </View>
  );
}
