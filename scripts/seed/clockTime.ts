import { afterChange } from "../../server/features/requests/chain";
import { spokenSteps } from "../../server/features/requests/limits/tell";
import type { Life } from "./lifeState";

/** Lets the clock of a case say, each at its time, what came due up to `until`; who was told then has read it. */
export function letClockSpeak(life: Life, until: Date): void {
  for (;;) {
    const { nextClockAt } = life.request;
    if (nextClockAt === undefined || nextClockAt > until) return;
    const { change } = spokenSteps(life.request, life.world.context, nextClockAt);
    if (change === null) return;
    life.request = afterChange(life.request, change);
  }
}
