import type { PointOutcome, RequestAction } from "@talent/shared/domain/lifecycle";
import { REPLY_WARNINGS } from "@talent/shared/domain/caseWork";
import { RATING_TAGS } from "@talent/shared/domain/ratings";
import type { Reader } from "../../server/platform/auth/reader";
import type { Step } from "../../server/features/requests/change";
import { accept, markOutOfScope, reject } from "../../server/features/requests/commands/accepting";
import { complete } from "../../server/features/requests/commands/completing";
import {
  dispatch,
  recordProgress,
  returnToDispatch,
  sign,
} from "../../server/features/requests/commands/handling";
import { rate, reopen, withdraw } from "../../server/features/requests/commands/requesterActions";
import { answerSupplement, askSupplement } from "../../server/features/requests/commands/supplementing";
import { openSupplement } from "../../server/features/requests/rules/supplement";
import type { Act } from "./acts";
import { caseWorkStep, isCaseWork, type CaseWorkAct } from "./caseWorkSteps";
import { holderOf, momentOf, type Life } from "./lifeState";
import {
  COMMENTS,
  NO_BASIS,
  OUT_OF_SCOPE,
  REJECT_REASONS,
  REOPEN_REASON,
  RETURN_REASON,
  SUPPLEMENT_REASONS,
  WITHDRAW_REASONS,
  WORDS,
} from "./words";

/** A step, who takes it, and the action of the lifecycle that it is. */
export interface ActorStep {
  action: RequestAction;
  reader: Reader;
  step: Step;
}

type ActOf<D extends Act["do"]> = Extract<Act, { do: D }>;

/** The post that has the case speaks while it has it, the specialist before. */
function askerOf(life: Life): Reader {
  return life.request.holder === undefined ? life.specialist : holderOf(life);
}

function asked(life: Life, act: ActOf<"askSupplement">, at: Date): ActorStep {
  const reader = askerOf(life);
  const materials = life.version.materials.slice(0, Math.max(1, act.count));
  const items = materials.map(({ key, name }, index) => ({
    materialKey: key,
    title: name.zh,
    ...(SUPPLEMENT_REASONS[index % SUPPLEMENT_REASONS.length] ?? { why: "没有上传" }),
  }));
  const keys = life.version.materials.map(({ key }) => key);
  return { action: "askSupplement", reader, step: askSupplement(life.request, reader, at, items, keys) };
}

async function answered(life: Life, at: Date): Promise<ActorStep> {
  const open = openSupplement(life.request.supplements);
  const own = !life.plan.talent.startsWith("crowd-");
  for (const { key } of open?.items ?? []) {
    const material = life.version.materials.find((known) => known.key === key);
    const entry = await life.world.files.entryFor(
      { key, identity: material?.identity ?? false },
      new Date(at.getTime() - 60_000),
      own,
    );
    life.request = { ...life.request, files: [...life.request.files, entry] };
  }
  return {
    action: "answerSupplement",
    reader: life.requester,
    step: answerSupplement(life.request, at, undefined),
  };
}

function completed(life: Life, act: ActOf<"complete">, at: Date): ActorStep {
  const results = WORDS[life.plan.item]?.results ?? [];
  const mixed: readonly PointOutcome[] = ["done", "partly", "notPossible"];
  const answers = life.request.points.map((_point, index) => {
    const outcome = act.outcome === "done" ? "done" : (mixed[index] ?? "done");
    const note = results[index] ?? "已按要求办理";
    return { outcome, note, ...(outcome === "notPossible" ? { basis: NO_BASIS } : {}) };
  });
  return {
    action: "complete",
    reader: holderOf(life),
    step: complete(life.request, at, { answers, confirmWarnings: REPLY_WARNINGS }),
  };
}

function rated(life: Life, act: ActOf<"rate">, at: Date): ActorStep {
  const { random } = life;
  const tags = RATING_TAGS[act.level].filter(() => random.chance(0.4)).slice(0, 3);
  const comment = random.chance(0.4) ? random.pick(COMMENTS[act.level] ?? [""]) : undefined;
  return { action: "rate", reader: life.requester, step: rate(at, { level: act.level, tags, comment }) };
}

type Straight = Exclude<Act, CaseWorkAct>;
type Detailed = "askSupplement" | "answerSupplement" | "complete" | "rate";

const PLAIN: Readonly<Record<Exclude<Straight["do"], Detailed>, (life: Life, at: Date) => ActorStep>> = {
  accept: ({ request, specialist }, at) => ({
    action: "accept",
    reader: specialist,
    step: accept(request, specialist, at),
  }),
  reject: ({ request, specialist, random }, at) => ({
    action: "reject",
    reader: specialist,
    step: reject(request, specialist, at, random.pick(REJECT_REASONS)),
  }),
  outOfScope: ({ request, specialist, random }, at) => ({
    action: "markOutOfScope",
    reader: specialist,
    step: markOutOfScope(request, specialist, at, random.pick(OUT_OF_SCOPE)),
  }),
  dispatch: ({ request, specialist, world, post }, at) => ({
    action: "dispatch",
    reader: specialist,
    step: dispatch(request, momentOf(world, specialist, at), post, undefined),
  }),
  sign: (life) => ({ action: "sign", reader: holderOf(life), step: sign() }),
  return: (life, at) => ({
    action: "returnToDispatch",
    reader: holderOf(life),
    step: returnToDispatch(life.request, at, RETURN_REASON),
  }),
  progress: (life) => ({
    action: "recordProgress",
    reader: holderOf(life),
    step: recordProgress(WORDS[life.plan.item]?.progress ?? "正在办理"),
  }),
  withdraw: ({ request, requester, random }, at) => ({
    action: "withdraw",
    reader: requester,
    step: withdraw(request, at, random.pick(WITHDRAW_REASONS)),
  }),
  reopen: ({ request, requester, world }, at) => ({
    action: "reopen",
    reader: requester,
    step: reopen(request, momentOf(world, requester, at), REOPEN_REASON, request.holder),
  }),
};

/** Who does an act, and what it does, by the product's own commands. */
export async function stepOf(life: Life, act: Act, at: Date): Promise<ActorStep> {
  if (isCaseWork(act)) return caseWorkStep(life, act, at);
  switch (act.do) {
    case "askSupplement":
      return asked(life, act, at);
    case "answerSupplement":
      return answered(life, at);
    case "complete":
      return completed(life, act, at);
    case "rate":
      return rated(life, act, at);
    default:
      return PLAIN[act.do](life, at);
  }
}
