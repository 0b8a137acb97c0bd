import { Text, View } from "@tarojs/components";
import { useEffect, useState } from "react";
import { loadApiPicture, openApiFile } from "../../../api/client";
import { useTexts } from "../../../i18n/texts";
import { Picture } from "../../base/Picture";
import { StaffButton } from "../StaffButton";
import { caseTexts } from "../texts/caseTexts";
import type { ShownFile } from "./Materials";

/** Pictures that a browser draws by itself. */
const DRAWN = new Set(["image/jpeg", "image/png"]);

export function isDrawn(mime: string): boolean {
  return DRAWN.has(mime);
}

type Loaded = { state: "loading" | "failed" } | { state: "shown"; path: string };

function usePicture(requestId: string, fileId: string | undefined): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ state: "loading" });
  useEffect(() => {
    if (fileId === undefined) return undefined;
    let wanted = true;
    setLoaded({ state: "loading" });
    loadApiPicture("requests.readMaterial", { id: requestId, fileId }).then(
      (path) => wanted && setLoaded({ state: "shown", path }),
      () => wanted && setLoaded({ state: "failed" }),
    );
    return () => {
      wanted = false;
    };
  }, [requestId, fileId]);
  return loaded;
}

/** Beside the list of materials on wide screens: the picture itself, or a way to open the document. */
export function FilePreview({ requestId, shown }: { requestId: string; shown: ShownFile | undefined }) {
  const t = useTexts(caseTexts);
  const drawn = shown !== undefined && isDrawn(shown.file.mime);
  const picture = usePicture(requestId, drawn ? shown.file.id : undefined);
  if (shown === undefined) return <View className="cs-prev-empty t-s ink-2">{t.previewPick}</View>;
  const { file, name, index, count } = shown;
  const open = () =>
    void openApiFile("requests.readMaterial", { id: requestId, fileId: file.id }, file.fileName);
  return (
    <View>
      <View className="row t-s ink-2 cs-prev-h">
        <Text className="grow sf-el">{file.fileName}</Text>
        <Text className="ml-2">{`${index} / ${count}`}</Text>
      </View>
      <View className="cs-prev-d">
        {drawn && picture.state === "shown" ? (
          <Picture src={picture.path} alt={name} mode="widthFix" className="cs-prev-i" />
        ) : (
          <View className="cs-prev-say t-s ink-2">
            {!drawn ? t.previewDocument : picture.state === "failed" ? t.previewFailed : t.previewLoading}
          </View>
        )}
      </View>
      <View className="row mt-2">
        <StaffButton kind="line" icon="file" text={t.previewOpen} onTap={open} />
      </View>
      {file.identity ? <View className="t-xs ink-2 mt-2">{t.watermark}</View> : null}
    </View>
  );
}
