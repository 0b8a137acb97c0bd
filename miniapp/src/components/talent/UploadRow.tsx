import { Text, View } from "@tarojs/components";
import { sizeWords } from "../../i18n/sizeWords";
import { talentTexts } from "../../i18n/talentTexts";
import { frameTexts } from "../../i18n/frameTexts";
import { useTexts } from "../../i18n/texts";
import type { IconName } from "../../theme/iconShapes";
import type { Colour } from "../../theme/palette";
import { aria } from "../base/aria";
import { Button } from "../base/Button";
import { Icon } from "../base/Icon";
import { Tag } from "../base/Tag";

/** Where one material stands. Sizes in bytes, `share` 0–1. */
export type UploadState =
  | { kind: "empty" }
  | { kind: "reused" }
  | { kind: "uploading"; name: string; size: number; share: number }
  | { kind: "failed"; name: string; reason: string }
  | { kind: "done"; files: readonly { id: string; name: string; size: number }[] };

export interface UploadRowProps {
  name: string;
  hint?: string | undefined;
  required: boolean;
  state: UploadState;
  first?: boolean;
  anchor?: string;
  onChoose: () => void;
  onRetry: () => void;
  onCancel: () => void;
  /** Opens a handed-in file. */
  onOpen: (fileId: string) => void;
  onRemove: (fileId: string) => void;
}

const TILE: Record<UploadState["kind"], { tone: string; icon: IconName; colour: Colour }> = {
  empty: { tone: "", icon: "file", colour: "ink-2" },
  reused: { tone: "thumb-moss", icon: "check", colour: "moss-ink" },
  uploading: { tone: "thumb-pri", icon: "upload", colour: "primary" },
  failed: { tone: "thumb-brick", icon: "alert", colour: "brick" },
  done: { tone: "thumb-moss", icon: "check", colour: "moss-ink" },
};

/** One material of the form: choose, see it go, try again, replace. */
export function UploadRow(props: UploadRowProps) {
  const { name, required, state, first = false, anchor } = props;
  const frame = useTexts(frameTexts);
  const tile = TILE[state.kind];
  return (
    <View className={`mat ${first ? "mat-first" : ""}`} {...(anchor === undefined ? {} : { id: anchor })}>
      <View className={`thumb ${tile.tone}`} {...aria({ hidden: true })}>
        <Icon name={tile.icon} colour={tile.colour} />
      </View>
      <View className="grow">
        <View className="row row-wrap">
          <Text className="mr-2">{name}</Text>
          {required ? null : <Tag text={frame.optional} />}
        </View>
        <UploadFacts {...props} />
      </View>
      <UploadAct {...props} />
    </View>
  );
}

function UploadFacts({ hint, state, onOpen, onRemove }: UploadRowProps) {
  const t = useTexts(talentTexts);
  if (state.kind === "reused") return <View className="t-s ink-2">{t.reused}</View>;
  if (state.kind === "failed") {
    return (
      <View className="t-s brick" {...aria({ role: "alert" })}>
        {state.reason}
      </View>
    );
  }
  if (state.kind === "uploading") {
    const sent = sizeWords(state.size * state.share);
    return (
      <View>
        <View className="bar" {...aria({ role: "progressbar", label: `${Math.round(state.share * 100)}%` })}>
          <View className="bar-in" style={{ width: `${Math.round(state.share * 100)}%` }} />
        </View>
        <View className="t-s ink-2 mt-1">{t.uploading(state.name, sent, sizeWords(state.size))}</View>
      </View>
    );
  }
  if (state.kind === "done") {
    return (
      <View>
        {state.files.map((file) => (
          <View key={file.id} className="row">
            <Button
              kind="text"
              small
              className="file-name"
              text={t.uploaded(file.name, sizeWords(file.size))}
              onTap={() => onOpen(file.id)}
            />
            <Button
              kind="text"
              small
              text={t.remove}
              label={`${t.remove} ${file.name}`}
              onTap={() => onRemove(file.id)}
            />
          </View>
        ))}
      </View>
    );
  }
  return hint === undefined ? null : <View className="t-s ink-2">{hint}</View>;
}

function UploadAct({ name, state, onChoose, onRetry, onCancel }: UploadRowProps) {
  const t = useTexts(talentTexts);
  switch (state.kind) {
    case "empty":
      return (
        <Button
          kind="quiet"
          small
          className="ml-2"
          text={t.choose}
          label={`${t.choose} ${name}`}
          onTap={onChoose}
        />
      );
    case "reused":
      return <Button kind="text" small text={t.replace} label={`${t.replace} ${name}`} onTap={onChoose} />;
    case "failed":
      return (
        <Button
          kind="quiet"
          small
          className="ml-2"
          text={t.retry}
          label={`${t.retry} ${name}`}
          onTap={onRetry}
        />
      );
    case "uploading":
      return (
        <View className="row">
          <Text className="num pri ml-2">{`${Math.round(state.share * 100)}%`}</Text>
          <Button kind="text" small text={t.cancel} label={`${t.cancel} ${name}`} onTap={onCancel} />
        </View>
      );
    case "done":
      return <Button kind="text" small text={t.addMore} label={`${t.addMore} ${name}`} onTap={onChoose} />;
  }
}
