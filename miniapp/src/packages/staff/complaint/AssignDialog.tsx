import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { COMPLAINT_BOUNDS } from "@talent/shared/domain/complaints";
import type { Output } from "../../../api/client";
import { aria } from "../../../components/base/aria";
import { Tap } from "../../../components/base/Tap";
import { LabelledText } from "../../../components/staff/dialogs/LabelledText";
import { useDelayed } from "../../../hooks/useDelayed";
import { useDraft } from "../../../hooks/useDraft";
import { useQuery } from "../../../hooks/useQuery";
import { useWrite } from "../../../hooks/useWrite";
import { useTexts } from "../../../i18n/texts";
import { ComplaintDialogFrame } from "./ComplaintDialogFrame";
import type { ComplaintDialogProps } from "./dialogProps";
import { staffComplaintTexts } from "./texts";

type Investigator = Output<"complaints.investigators">["items"][number];

const SEARCH_LENGTH = 20;
/** Pause in typing after which the server is asked. */
const SEARCH_MS = 300;

function PersonRow({ person, on, onTap }: { person: Investigator; on: boolean; onTap: () => void }) {
  return (
    <Tap className={`dg-post ${on ? "dg-post-on" : ""}`} role="radio" checked={on} onTap={onTap}>
      <View className={`dg-rad ${on ? "dg-rad-on" : ""}`} />
      <View className="grow">
        <Text className={on ? "b" : ""}>{person.name}</Text>
        <View className="t-s ink-2">{person.office}</View>
      </View>
    </Tap>
  );
}

/** Whom it goes to: never whom it is about, and in a second review nobody of the first. */
export function AssignDialog({ layout, complaint, onClose, onDone }: ComplaintDialogProps) {
  const t = useTexts(staffComplaintTexts);
  const draft = useDraft(`complaint-assign:${complaint.id}`, { note: "" });
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<Investigator>();
  const q = useDelayed(search.trim(), SEARCH_MS);
  const people = useQuery("complaints.investigators", {
    params: { id: complaint.id },
    query: q === "" ? {} : { q },
  });
  const write = useWrite("complaints.assign");
  const shown = people.data?.items ?? [];
  const trouble = write.error ?? people.error;
  const confirm = async () => {
    if (chosen === undefined) return;
    const note = draft.values.note.trim();
    const body = { investigatorId: chosen.accountId, ...(note === "" ? {} : { note }) };
    const done = await write.run({ params: { id: complaint.id }, body });
    if (done === undefined) return;
    draft.clear();
    onDone(done.data);
  };
  return (
    <ComplaintDialogFrame
      layout={layout}
      complaint={complaint}
      act="assign"
      confirmText={chosen === undefined ? t.assign.pick : t.assign.confirm(chosen.name)}
      blocked={chosen === undefined ? t.assign.pick : undefined}
      busy={write.busy}
      trouble={trouble}
      onClose={onClose}
      onConfirm={confirm}
    >
      <View>{t.assign.lead}</View>
      <LabelledText
        quiet
        label={t.assign.search}
        placeholder={t.assign.search}
        value={search}
        most={SEARCH_LENGTH}
        onChange={setSearch}
      />
      <View className="mt-2" {...aria({ role: "radiogroup", label: t.assign.list })}>
        {shown.map((person) => (
          <PersonRow
            key={person.accountId}
            person={person}
            on={person.accountId === chosen?.accountId}
            onTap={() => setChosen(person)}
          />
        ))}
      </View>
      {shown.length > 0 ? null : (
        <View className="t-s ink-2">{people.loading ? t.assign.loading : t.assign.none}</View>
      )}
      <LabelledText
        label={t.assign.note}
        placeholder={t.assign.notePlaceholder}
        value={draft.values.note}
        most={COMPLAINT_BOUNDS.note}
        lines="several"
        onChange={(note) => draft.set("note", note)}
      />
    </ComplaintDialogFrame>
  );
}
