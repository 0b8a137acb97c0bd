import { Text, View } from "@tarojs/components";
import type { RequestDetail, RequestFile } from "@talent/shared/contract/schemas/requests";
import { MATERIAL_STATE_LABELS } from "@talent/shared/labels/catalogue";
import { sizeWords } from "../../../i18n/sizeWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import type { StatusShape } from "../../../theme/statusShapes";
import { Heading } from "../../base/Heading";
import { StatusMark } from "../../base/StatusMark";
import { Tap } from "../../base/Tap";
import { caseTexts } from "../texts/caseTexts";

type Material = RequestDetail["materials"][number];

const SHAPES: Record<Material["state"], StatusShape> = {
  received: "done",
  missing: "missing",
  asked: "partly",
};

/** One file to look at, with the name of what it proves. */
export interface ShownFile {
  file: RequestFile;
  name: string;
  index: number;
  count: number;
}

export interface MaterialsProps {
  request: RequestDetail;
  shown: RequestFile["id"] | undefined;
  onShow: (shown: ShownFile) => void;
}

function kindOf(file: RequestFile): string {
  return file.fileName.includes(".")
    ? file.fileName.slice(file.fileName.lastIndexOf(".") + 1).toUpperCase()
    : file.mime;
}

function MaterialRow({
  material,
  shown,
  onShow,
}: {
  material: Material;
  shown: string | undefined;
  onShow: (shown: ShownFile) => void;
}) {
  const t = useTexts(caseTexts);
  const words = useWords();
  const name = words.say(material.name);
  const [first] = material.files;
  const files = material.files;
  const at = files.findIndex((file) => file.id === shown);
  const next = files[(at + 1) % Math.max(1, files.length)];
  const absent = !material.required && material.state === "missing";
  const state = absent ? t.optional : (material.why ?? words.say(MATERIAL_STATE_LABELS[material.state]));
  const row = (
    <>
      <StatusMark shape={SHAPES[material.state]} className="mr-2" />
      <Text className="grow sf-el">{name}</Text>
      <Text className="cs-mat-f">
        {first === undefined
          ? "–"
          : `${kindOf(first)}　${files.length > 1 ? t.files(files.length) : sizeWords(first.bytes)}`}
      </Text>
      <Text className={`cs-mat-s sf-el ${material.state === "received" || absent ? "" : "amber"}`}>
        {state}
      </Text>
    </>
  );
  if (next === undefined) return <View className="cs-mat">{row}</View>;
  return (
    <Tap
      className={`cs-mat ${at >= 0 ? "cs-mat-on" : ""}`}
      onTap={() => onShow({ file: next, name, index: files.indexOf(next) + 1, count: files.length })}
    >
      {row}
    </Tap>
  );
}

/** What had to be handed in and what is there; a tap shows the file. */
export function Materials({ request, shown, onShow }: MaterialsProps) {
  const t = useTexts(caseTexts);
  const required = request.materials.filter((material) => material.required);
  const missing = required.filter((material) => material.files.length === 0).length;
  const listed = new Set(request.materials.flatMap((material) => material.files.map((file) => file.id)));
  const extra = (request.supplement?.items ?? []).flatMap((item) =>
    item.files
      .filter((file) => !listed.has(file.id))
      .map((file) => ({ file, name: item.title, index: 1, count: 1 })),
  );
  return (
    <View>
      <View className="row row-base">
        <Heading className="cs-h">{t.materials}</Heading>
        <Text className="cs-h-q">
          {required.length === 0 ? t.noMaterials : t.materialsState(required.length, missing)}
        </Text>
      </View>
      {request.materials.map((material) => (
        <MaterialRow key={material.key} material={material} shown={shown} onShow={onShow} />
      ))}
      {extra.length === 0 ? null : <View className="t-s ink-2 mt-2">{t.extra}</View>}
      {extra.map((each) => (
        <Tap
          key={each.file.id}
          className={`cs-mat ${each.file.id === shown ? "cs-mat-on" : ""}`}
          onTap={() => onShow(each)}
        >
          <StatusMark shape="done" className="mr-2" />
          <Text className="grow sf-el">{each.name}</Text>
          <Text className="cs-mat-f">{`${kindOf(each.file)}　${sizeWords(each.file.bytes)}`}</Text>
        </Tap>
      ))}
    </View>
  );
}
