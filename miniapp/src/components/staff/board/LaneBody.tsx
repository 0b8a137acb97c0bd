import { Text, View } from "@tarojs/components";
import type { RequestSummary } from "@talent/shared/contract/schemas/requests";
import type { BoardLane } from "@talent/shared/domain/requestStatus";
import { LANE_EMPTY_SENTENCES } from "@talent/shared/labels/requests";
import type { Pages } from "../../../hooks/usePages";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { aria } from "../../base/aria";
import { StatusMark } from "../../base/StatusMark";
import { Tap } from "../../base/Tap";
import { boardTexts } from "../texts/boardTexts";
import { BoardCard } from "./BoardCard";

export interface LaneBodyProps {
  lane: BoardLane;
  pages: Pages<RequestSummary>;
  /** All cases of the lane, when known. */
  count: number | undefined;
  /** Words of the filters, when some are set: an empty lane then says so. */
  filterWords: string | undefined;
  onClearFilters: () => void;
  tabStopId: string | undefined;
  onOpen: (id: string) => void;
  onFocus: (id: string) => void;
}

const SKELETONS = [0, 1, 2];

function Skeletons({ text }: { text: string }) {
  return (
    <View {...aria({ role: "status", label: text })}>
      {SKELETONS.map((index) => (
        <View key={index} className="bd-card">
          <View className="sf-sk" style={{ width: "38%" }} />
          <View className="sf-sk sf-sk-2" style={{ width: "62%" }} />
          <View className="sf-sk sf-sk-2" style={{ width: "84%" }} />
          <View className="sf-sk sf-sk-2" style={{ width: "50%" }} />
        </View>
      ))}
      <View className="bd-more">
        <Text>{text}</Text>
      </View>
    </View>
  );
}

function Failed({ pages }: { pages: Pages<RequestSummary> }) {
  const t = useTexts(boardTexts);
  const words = useWords();
  return (
    <View className="bd-said" {...aria({ role: "alert" })}>
      <View className="row">
        <StatusMark shape="refused" className="mr-2" />
        <Text className="b">{t.loadFailed}</Text>
      </View>
      <View className="ink-2">{errorSentence(pages.error, words.language)}</View>
      {pages.staleSince === undefined ? null : (
        <View className="ink-2">{t.staleAt(words.time(pages.staleSince))}</View>
      )}
      <Tap className="sf-link-hit sf-link" onTap={() => void pages.refresh()}>
        <Text>{t.loadAgain}</Text>
      </Tap>
    </View>
  );
}

function Empty({
  lane,
  filterWords,
  onClearFilters,
}: Pick<LaneBodyProps, "lane" | "filterWords" | "onClearFilters">) {
  const t = useTexts(boardTexts);
  const { say } = useWords();
  if (filterWords !== undefined)
    return (
      <View className="bd-said">
        <Text className="ink-2">{t.filteredEmpty(filterWords)}</Text>
        <Tap className="sf-link-hit sf-link" onTap={onClearFilters}>
          <Text>{t.clearFilters}</Text>
        </Tap>
      </View>
    );
  return (
    <View className="bd-said">
      <View className="b">{say(LANE_EMPTY_SENTENCES[lane])}</View>
      <View className="ink-2">{t.emptyHint[lane]}</View>
    </View>
  );
}

/** Cards of a lane, or what stands in their place: loading, empty, not loaded. */
export function LaneBody(props: LaneBodyProps) {
  const { pages, count, tabStopId, onOpen, onFocus } = props;
  const t = useTexts(boardTexts);
  if (pages.loading) return <Skeletons text={t.loadingLane} />;
  const rest = count === undefined ? 0 : count - pages.rows.length;
  return (
    <>
      {pages.error === undefined ? null : <Failed pages={pages} />}
      {pages.rows.length === 0 && pages.error === undefined ? <Empty {...props} /> : null}
      {pages.rows.map((request) => (
        <BoardCard
          key={request.id}
          request={request}
          tabStop={request.id === tabStopId}
          onOpen={onOpen}
          onFocus={onFocus}
        />
      ))}
      {pages.hasMore ? (
        <Tap className="bd-more" onTap={pages.more}>
          <Text>{pages.loadingMore ? t.loadingMore : rest > 0 ? t.more(rest) : t.moreUnknown}</Text>
        </Tap>
      ) : null}
    </>
  );
}
