import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { PlannedPost } from "@talent/shared/contract/schemas/posts";
import { addDays, weekday } from "@talent/shared/calendar/dates";
import { SCOPE_OF_ROLE, STAFF_ROLES, type Role } from "@talent/shared/domain/roles";
import type { ServiceLevel } from "@talent/shared/domain/talents";
import { useState } from "react";
import { useQuery } from "../../../hooks/useQuery";
import { useWords } from "../../../i18n/useWords";

const SHOWN_DAYS = 14;
const MOST_POSTS = 100;

/** The Monday of a day's week. */
export function mondayOf(on: string): string {
  return addDays(on, -((weekday(on) + 6) % 7));
}

/** Somebody who sees posts beyond one department narrows them; a liaison sees the own ones only. */
export function seesLevels(me: Me): boolean {
  return me.roles.some(
    ({ role }) => (STAFF_ROLES as readonly Role[]).includes(role) && SCOPE_OF_ROLE[role] !== "department",
  );
}

/** The plan of two weeks, which can be moved week by week and narrowed. */
export function usePlan(me: Me) {
  const { todayOn } = useWords();
  const [weeks, setWeeks] = useState(0);
  const [level, setLevel] = useState<ServiceLevel>("municipal");
  const [departmentId, setDepartmentId] = useState<string | undefined>(undefined);
  const levels = seesLevels(me);
  const fromOn = addDays(mondayOf(todayOn), weeks * 7);
  const query = useQuery(
    "posts.plan",
    {
      query: {
        fromOn,
        days: SHOWN_DAYS,
        limit: MOST_POSTS,
        ...(levels ? { level } : {}),
        ...(departmentId === undefined ? {} : { departmentId }),
      },
    },
    { keep: weeks === 0 },
  );
  const posts: readonly PlannedPost[] = query.data?.items ?? [];
  return {
    query,
    posts,
    fromOn,
    toOn: addDays(fromOn, SHOWN_DAYS - 1),
    step: (by: number) => setWeeks(weeks + by),
    levels,
    level,
    setLevel: (chosen: ServiceLevel) => {
      setLevel(chosen);
      setDepartmentId(undefined);
    },
    departmentId,
    setDepartmentId,
    departments: (query.data?.departments ?? []).filter((one) => !levels || one.level === level),
  };
}

export type Plan = ReturnType<typeof usePlan>;
