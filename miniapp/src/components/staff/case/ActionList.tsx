import { Text, View } from "@tarojs/components";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import type { RequestAction } from "@talent/shared/domain/lifecycle";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import { ACTION_BUTTONS, ACTION_LABELS } from "@talent/shared/labels/requests";
import { useTexts } from "../../../i18n/texts";
import { useWords, type Words } from "../../../i18n/useWords";
import { platform } from "../../../platform";
import { Icon } from "../../base/Icon";
import { StatusMark } from "../../base/StatusMark";
import { Tap } from "../../base/Tap";
import { caseTexts } from "../texts/caseTexts";

export type Permitted = RequestDetail["can"][number];

export interface ActionListProps {
  actions: readonly Permitted[];
  busy: RequestAction | undefined;
  onAct: (action: RequestAction) => void;
  officers: RequestDetail["officers"];
  /** One line saying when something that is not allowed yet appears. */
  later?: string | undefined;
  /** Consequence or condition of an act, at its right. */
  aside?: (action: RequestAction) => string | undefined;
  /** The first one is shown elsewhere. */
  skipFirst?: boolean;
}

/** Last day of an action, or undefined. */
function untilWords(
  until: string | undefined,
  words: Words,
  today: string,
  before: (moment: string) => string,
): string | undefined {
  if (until === undefined) return undefined;
  const on = dateInShanghai(new Date(until));
  return on === words.todayOn ? today : before(words.date(on));
}

function ActionRow({
  permitted,
  first,
  busy,
  aside,
  onAct,
}: {
  permitted: Permitted;
  aside: string | undefined;
  first: boolean;
  busy: boolean;
  onAct: () => void;
}) {
  const t = useTexts(caseTexts);
  const words = useWords();
  const until = untilWords(permitted.until, words, t.untilToday, t.until);
  if (first)
    return (
      <Tap className="cs-act cs-act-first" disabled={busy} onTap={onAct}>
        <Text>{busy ? t.busy : words.say(ACTION_BUTTONS[permitted.action])}</Text>
      </Tap>
    );
  return (
    <Tap className="cs-act" disabled={busy} onTap={onAct}>
      <Text className="grow nb">{busy ? t.busy : words.say(ACTION_LABELS[permitted.action])}</Text>
      {until !== undefined || aside === undefined ? null : (
        <Text className="cs-act-aside sf-el">{aside}</Text>
      )}
      {until === undefined ? null : (
        <View className="row cs-act-until">
          <StatusMark shape="near" className="sf-mark-r" />
          <Text>{until}</Text>
        </View>
      )}
    </Tap>
  );
}

/** Exactly what the server allows, the first one as the next step, and whom one can call. */
export function ActionList(props: ActionListProps) {
  const { actions, busy, onAct, officers, later, aside, skipFirst = false } = props;
  const t = useTexts(caseTexts);
  const shown = skipFirst ? actions.slice(1) : actions;
  return (
    <View>
      {actions.length === 0 ? <View className="ink-2 t-s cs-act-none">{t.nothing}</View> : null}
      {shown.map((permitted, index) => (
        <ActionRow
          key={permitted.action}
          permitted={permitted}
          first={index === 0 && !skipFirst}
          busy={busy === permitted.action}
          aside={aside?.(permitted.action)}
          onAct={() => onAct(permitted.action)}
        />
      ))}
      {officers.map((officer) => {
        const { phone } = officer;
        return phone === undefined ? null : (
          <Tap key={`${officer.duty}${officer.name}`} className="cs-act" onTap={() => platform.call(phone)}>
            <Text className="grow sf-el">{`${t.callOfficer(officer.name)}（${officer.office}）`}</Text>
            <Icon name="phone" size="xs" colour="ink-2" />
          </Tap>
        );
      })}
      {later === undefined ? null : <View className="t-s ink-2 mt-2">{later}</View>}
    </View>
  );
}
