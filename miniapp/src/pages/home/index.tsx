import { Text, View } from "@tarojs/components";
import { daysBetween } from "@talent/shared/calendar/dates";
import { useMe } from "../../api/session";
import { Icon } from "../../components/base/Icon";
import { Button } from "../../components/base/Button";
import { Tap } from "../../components/base/Tap";
import { Page } from "../../components/frame/Page";
import { TabBar } from "../../components/frame/TabBar";
import { CodeCard } from "../../components/talent/CodeCard";
import { LinkCard, SignInCard } from "../../components/talent/SignInCard";
import { open, restart } from "../../hooks/navigation";
import { workplaceOf } from "../../hooks/roles";
import { chooseTextSize } from "../../hooks/usePreferences";
import { useDrawnSize } from "../../hooks/useSettings";
import { refreshMe } from "../../hooks/useSignIn";
import { accountTexts } from "../../i18n/accountTexts";
import { useTexts } from "../../i18n/texts";
import { useWords } from "../../i18n/useWords";
import { CommonServices } from "./CommonServices";
import { RunningRequests } from "./RunningRequests";
import { homeTexts } from "./texts";
import { VisitCard } from "./VisitCard";

/** First tab: the code, what is in hand, what is often asked for. */
export default function HomePage() {
  const t = useTexts(homeTexts);
  const me = useMe();
  return (
    <Page
      name="home"
      title={t.title}
      nav="tab"
      side={<ElderSwitch />}
      onRefresh={refreshMe}
      bottom={<TabBar current="home" unread={me?.unreadNotices ?? 0} />}
    >
      <Credential />
      {me === undefined ? null : <VisitCard />}
      {me?.talent ? <RunningRequests /> : null}
      <CommonServices />
    </Page>
  );
}

function Credential() {
  const t = useTexts(homeTexts);
  const account = useTexts(accountTexts);
  const words = useWords();
  const me = useMe();
  if (me === undefined) return <SignInCard why={t.signInWhy} />;
  const workplace = workplaceOf(me);
  const { talent } = me;
  if (talent === null && workplace !== undefined) {
    return (
      <View className="hero">
        <View className="t-xl b">{me.displayName}</View>
        <View className="hero-2 mt-1">{account.workplaceWhy}</View>
        <Button
          className="mt-4"
          kind="invert"
          icon="board"
          text={account.workplace}
          onTap={() => restart(workplace)}
        />
      </View>
    );
  }
  if (talent === null) return <LinkCard />;
  const { startsOn, endsOn, daysLeft } = talent.cycle;
  const whole = Math.max(1, daysBetween(startsOn, endsOn));
  return (
    <CodeCard
      maskedName={talent.maskedName}
      employer={talent.employerName}
      category={talent.category}
      cycleEnds={words.date(endsOn)}
      daysLeft={daysLeft}
      cycleShare={daysBetween(startsOn, words.todayOn) / whole}
      onShow={() => open("code")}
    />
  );
}

function ElderSwitch() {
  const t = useTexts(homeTexts);
  const elder = useDrawnSize() === "elder";
  return (
    <Tap
      className="nav-side"
      label={elder ? t.toStandard : t.toElder}
      onTap={() => chooseTextSize(elder ? "standard" : "elder")}
    >
      <Icon name="elder" size="s" colour="primary" />
      <Text className="ml-1">{elder ? t.standardView : t.elderView}</Text>
    </Tap>
  );
}
