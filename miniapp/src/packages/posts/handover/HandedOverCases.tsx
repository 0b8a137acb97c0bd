import { Text, View } from "@tarojs/components";
import { STATUS_LABELS } from "@talent/shared/labels/requests";
import type { Output } from "../../../api/client";
import { StatusMark } from "../../../components/base/StatusMark";
import { Tap } from "../../../components/base/Tap";
import { ErrorState, ListEnd, SkeletonRows } from "../../../components/list/States";
import { LeftMark } from "../../../components/staff/board/LeftMark";
import { statusShape } from "../../../components/staff/case/statusShape";
import { dueSentence } from "../../../components/staff/limitWords";
import { boardTexts } from "../../../components/staff/texts/boardTexts";
import { open } from "../../../hooks/navigation";
import type { Pages } from "../../../hooks/usePages";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { handoverTexts } from "../handoverTexts";

export type HandedOverCase = Output<"handovers.cases">["items"][number];

function CaseRow({ request, lastProgress }: HandedOverCase) {
  const t = useTexts(handoverTexts);
  const board = useTexts(boardTexts);
  const words = useWords();
  return (
    <Tap className="po-card" role="link" onTap={() => open("case", { id: request.id })}>
      <View className="row">
        <Text className="grow b">{words.say(request.itemName)}</Text>
        {request.limit === undefined ? null : <LeftMark limit={request.limit} />}
      </View>
      <View className="row t-s">
        <Text className="ink-2 mr-3">{request.number}</Text>
        <Text className="grow">{`${request.maskedName}　${board.categoryWord(request.category)}`}</Text>
        <StatusMark
          shape={statusShape(request)}
          word={words.say(STATUS_LABELS[request.status])}
          className="none"
        />
      </View>
      <View className="t-s ink-2">{dueSentence(request, board, words)}</View>
      <View className="t-s mt-1">
        {lastProgress === undefined
          ? t.noProgress
          : t.lastProgress(words.moment(lastProgress.at), lastProgress.note)}
      </View>
    </Tap>
  );
}

/** The cases that changed hands, as they stand now. */
export function HandedOverCases({ list }: { list: Pages<HandedOverCase> }) {
  const t = useTexts(handoverTexts);
  return (
    <>
      {list.loading ? <SkeletonRows rows={4} /> : null}
      {list.error !== undefined && list.rows.length === 0 ? (
        <ErrorState error={list.error} onRetry={() => void list.refresh()} />
      ) : null}
      {!list.loading && list.error === undefined && list.rows.length === 0 ? (
        <View className="ink-2 mt-3">{t.notYours}</View>
      ) : null}
      {list.rows.map((row) => (
        <CaseRow key={row.request.id} {...row} />
      ))}
      <ListEnd hasMore={list.hasMore} busy={list.loadingMore} onMore={list.more} />
    </>
  );
}
