import { View } from "@tarojs/components";
import { open } from "../../hooks/navigation";
import { useServiceInfo } from "../../hooks/useServiceInfo";
import { frameTexts } from "../../i18n/frameTexts";
import { useTexts } from "../../i18n/texts";
import { platform } from "../../platform";
import { aria } from "../base/aria";
import { Tap } from "../base/Tap";

/** End of every scroll: a way to complain, a person to call, the accessibility statement. */
export function Footer({ page }: { page: string }) {
  const t = useTexts(frameTexts);
  const hotline = useServiceInfo()?.hotline;
  return (
    <View className="foot">
      <Tap className="foot-link" role="link" onTap={() => open("complaint", { page })}>
        {t.complaint}
      </Tap>
      <View className="foot-dot" {...aria({ hidden: true })} />
      {hotline === undefined ? null : (
        <>
          <Tap
            className="foot-link"
            label={t.callPersonLabel(hotline.name, hotline.phone)}
            onTap={() => platform.call(hotline.phone)}
          >
            {t.callPerson}
          </Tap>
          <View className="foot-dot" {...aria({ hidden: true })} />
        </>
      )}
      <Tap className="foot-link" role="link" onTap={() => open("accessibility")}>
        {t.accessibility}
      </Tap>
    </View>
  );
}
