import { View } from "@tarojs/components";
import type { MaterialSpec } from "@talent/shared/contract/schemas/catalogue";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { openApiFile } from "../../../api/client";
import { Section } from "../../../components/base/Section";
import { Note } from "../../../components/base/Note";
import { UploadRow, type UploadState } from "../../../components/talent/UploadRow";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { formTexts } from "../../../components/requestForm/formTexts";

export interface StepMaterialsProps {
  materials: readonly MaterialSpec[];
  request: RequestDetail | undefined;
  stateOf: (materialKey: string) => UploadState;
  errors: Readonly<Record<string, string | undefined>>;
  /** The camera or the album was refused. */
  refused: boolean;
  onChoose: (materialKey: string) => void;
  onRetry: (materialKey: string) => void;
  onCancel: (materialKey: string) => void;
  onRemove: (fileId: string) => void;
}

/** Step 3: the materials, each with its own progress. */
export function StepMaterials(props: StepMaterialsProps) {
  const { materials, request, stateOf, errors } = props;
  const t = useTexts(formTexts);
  const words = useWords();
  const ready = materials.filter(({ key }) => stateOf(key).kind === "done").length;
  if (materials.length === 0) return <View className="mt-4">{t.noMaterials}</View>;
  const open = (fileId: string, name: string) => {
    if (request !== undefined) void openApiFile("requests.readMaterial", { id: request.id, fileId }, name);
  };
  return (
    <View>
      <Section title={t.materials} aside={t.ready(materials.length, ready)} />
      <View className="card card-flush">
        {materials.map((material, index) => {
          const state = stateOf(material.key);
          const anchor = `material-${material.key}`;
          return (
            <View key={material.key}>
              <UploadRow
                anchor={anchor}
                first={index === 0}
                name={words.say(material.name)}
                hint={material.hint === undefined ? undefined : words.say(material.hint)}
                required={material.required}
                state={state}
                onChoose={() => props.onChoose(material.key)}
                onRetry={() => props.onRetry(material.key)}
                onCancel={() => props.onCancel(material.key)}
                onRemove={props.onRemove}
                onOpen={(fileId) => {
                  const file =
                    state.kind === "done" ? state.files.find(({ id }) => id === fileId) : undefined;
                  if (file !== undefined) open(fileId, file.name);
                }}
              />
              {errors[anchor] === undefined ? null : <View className="t-s brick mb-3">{errors[anchor]}</View>}
            </View>
          );
        })}
      </View>
      {props.refused ? <Note className="mt-3" tone="brick" text={t.refused} /> : null}
      <View className="hint">{t.materialsHint}</View>
    </View>
  );
}
