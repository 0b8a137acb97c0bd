import { Text, View } from "@tarojs/components";
import type { PostChoice } from "@talent/shared/contract/schemas/catalogue";
import { CASE_WORK_BOUNDS } from "@talent/shared/domain/caseWork";
import { BOUNDS } from "@talent/shared/domain/limits";
import type { Input } from "../../../api/client";
import { useDraft } from "../../../hooks/useDraft";
import { useTexts } from "../../../i18n/texts";
import { Icon } from "../../base/Icon";
import { Tap } from "../../base/Tap";
import { workDialogTexts } from "../texts/workDialogTexts";
import { ActDialog } from "./ActDialog";
import type { CaseDialogProps } from "./dialogProps";
import { LabelledText } from "./LabelledText";
import { PostField } from "./PostField";

type Subtasks = NonNullable<Input<"requests.addSubtasks">["body"]>;

interface Part {
  postId: string;
  task: string;
}

const BLANK: Part = { postId: "", task: "" };

export interface SubtasksDialogProps extends CaseDialogProps<Subtasks> {
  posts: readonly PostChoice[] | undefined;
}

/** 分派协办任务: other posts each get their part of the case. */
export function SubtasksDialog(props: SubtasksDialogProps) {
  const { request, posts, onConfirm, ...frame } = props;
  const t = useTexts(workDialogTexts).subtasks;
  const draft = useDraft<{ parts: Part[] }>(`addSubtasks:${request.id}`, { parts: [BLANK] });
  const { parts } = draft.values;
  const unfinished = parts.findIndex(({ postId, task }) => postId === "" || task.trim() === "");
  const change = (index: number, changed: Partial<Part>) =>
    draft.set(
      "parts",
      parts.map((part, at) => (at === index ? { ...part, ...changed } : part)),
    );
  const confirm = () => {
    const subtasks = parts.map(({ postId, task }) => ({ postId, task: task.trim() }));
    void onConfirm({ subtasks }).then((done) => done && draft.clear());
  };
  const remove = (index: number) =>
    draft.set(
      "parts",
      parts.filter((_, at) => at !== index),
    );
  const room = CASE_WORK_BOUNDS.subtasks - request.subtasks.length - parts.length;
  return (
    <ActDialog
      frame={frame}
      action="addSubtasks"
      confirmText={t.confirm(parts.length)}
      blocked={unfinished < 0 ? undefined : t.needed(unfinished + 1)}
      onConfirm={confirm}
    >
      {parts.map((part, index) => (
        <View key={index} className="cw-part">
          <PostField
            label={t.post(index + 1)}
            posts={posts}
            value={part.postId}
            onChange={(postId) => change(index, { postId })}
          />
          <LabelledText
            label={t.task}
            value={part.task}
            most={BOUNDS.note}
            placeholder={t.taskPlaceholder}
            lines="several"
            onChange={(task) => change(index, { task })}
          />
          {parts.length === 1 ? null : (
            <Tap className="sf-link-hit sf-link" onTap={() => remove(index)}>
              <Text>{t.remove}</Text>
            </Tap>
          )}
        </View>
      ))}
      {room <= 0 ? null : (
        <Tap className="sf-link-hit sf-link mt-2" onTap={() => draft.set("parts", [...parts, BLANK])}>
          <Icon name="plus" size="14" colour="primary" />
          <Text className="ml-1">{t.add}</Text>
        </Tap>
      )}
    </ActDialog>
  );
}
