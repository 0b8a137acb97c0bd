import { View } from "@tarojs/components";
import type { Output } from "../../api/client";
import { Heading } from "../../components/base/Heading";
import { Section } from "../../components/base/Section";
import { Cell } from "../../components/list/Cell";
import { ErrorState, SkeletonRows } from "../../components/list/States";
import { useQuery } from "../../hooks/useQuery";
import { useTexts } from "../../i18n/texts";
import { signInTexts } from "./texts";

type Persona = Output<"tryOut.personas">["items"][number];
type Group = "talent" | "specialist" | "liaison" | "other";

const GROUPS: readonly Group[] = ["talent", "specialist", "liaison", "other"];

function groupOf({ roles }: Persona): Group {
  if (roles.some((role) => role.endsWith("Specialist"))) return "specialist";
  if (roles.includes("departmentLiaison")) return "liaison";
  return roles.includes("talent") ? "talent" : "other";
}

export interface PersonasProps {
  busyId: string | undefined;
  onChoose: (personaId: string) => void;
}

/** Everybody one can be while trying the product out, by what they can show. */
export function Personas({ busyId, onChoose }: PersonasProps) {
  const t = useTexts(signInTexts);
  const query = useQuery("tryOut.personas");
  const personas = query.data?.items ?? [];
  return (
    <View>
      <Heading className="t-2xl b">{t.personaLead}</Heading>
      <View className="ink-2 mt-1">{t.personaHint}</View>
      {query.loading ? (
        <View className="mt-4">
          <SkeletonRows rows={4} />
        </View>
      ) : null}
      {query.error === undefined ? null : <ErrorState error={query.error} onRetry={query.refresh} />}
      {GROUPS.map((group) => {
        const members = personas.filter((persona) => groupOf(persona) === group);
        if (members.length === 0) return null;
        return (
          <View key={group}>
            <Section title={t.personaGroups[group]} />
            <View className="t-s ink-2 mb-3">{t.personaWhat[group]}</View>
            <View className="card card-flush">
              {members.map((persona, index) => (
                <Cell
                  key={persona.id}
                  first={index === 0}
                  icon={group === "talent" ? "me" : "board"}
                  label={persona.label}
                  value={busyId === persona.id ? t.busy : undefined}
                  onTap={() => onChoose(persona.id)}
                />
              ))}
            </View>
          </View>
        );
      })}
    </View>
  );
}
