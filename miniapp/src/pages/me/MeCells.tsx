import { View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { Cell, ToggleCell } from "../../components/list/Cell";
import { open, restart } from "../../hooks/navigation";
import { workplaceOf } from "../../hooks/roles";
import { chooseTextSize } from "../../hooks/usePreferences";
import { useServiceInfo } from "../../hooks/useServiceInfo";
import { useDrawnSize } from "../../hooks/useSettings";
import { useTexts } from "../../i18n/texts";
import { useWords } from "../../i18n/useWords";
import { platform } from "../../platform";
import { meTexts } from "./texts";

/** What concerns the person: messages, cycle, who looked. */
export function ServiceCells({ me }: { me: Me }) {
  const t = useTexts(meTexts);
  const words = useWords();
  const unread = me.unreadNotices > 0 ? t.unread(me.unreadNotices) : undefined;
  return (
    <View className="card card-flush mb-3">
      <Cell first icon="inbox" label={t.inbox} value={unread} onTap={() => open("inbox")} />
      <Cell icon="ticket" label={t.visit} onTap={() => open("visit")} />
      {me.talent === null ? (
        <Cell icon="code" label={t.link} onTap={() => open("link")} />
      ) : (
        <>
          <Cell
            icon="cycle"
            label={t.cycle}
            value={t.until(words.date(me.talent.cycle.endsOn))}
            onTap={() => open("myCycle")}
          />
          <Cell icon="eye" label={t.accessLog} onTap={() => open("accessLog")} />
        </>
      )}
    </View>
  );
}

/** For those who also work here. */
export function WorkCells({ me }: { me: Me | undefined }) {
  const t = useTexts(meTexts);
  const workplace = workplaceOf(me);
  if (workplace === undefined) return null;
  return (
    <View className="card card-flush mb-3">
      <Cell first icon="board" label={t.workplace} onTap={() => restart(workplace)} />
      {platform.name === "weapp" ? (
        <Cell icon="scan" label={t.approve} onTap={() => open("approveBrowser")} />
      ) : null}
    </View>
  );
}

/** Settings of this device, a person to call, and what the law wants to be found. */
export function DeviceCells() {
  const t = useTexts(meTexts);
  const size = useDrawnSize();
  const hotline = useServiceInfo()?.hotline;
  return (
    <>
      <View className="card card-flush mb-3">
        <ToggleCell
          first
          icon="elder"
          label={t.elder}
          hint={t.elderHint}
          on={size === "elder"}
          onChange={(on) => chooseTextSize(on ? "elder" : "standard")}
        />
        <Cell icon="language" label={t.display} onTap={() => open("preferences")} />
      </View>
      <View className="card card-flush">
        {hotline === undefined ? null : (
          <Cell
            first
            icon="phone"
            label={t.call}
            value={hotline.hours}
            onTap={() => platform.call(hotline.phone)}
          />
        )}
        <Cell
          first={hotline === undefined}
          icon="complaint"
          label={t.complaint}
          onTap={() => open("complaint", { page: "me" })}
        />
        <Cell icon="shield" label={t.accessibility} onTap={() => open("accessibility")} />
        <Cell icon="info" label={t.about} onTap={() => open("about")} />
      </View>
    </>
  );
}
