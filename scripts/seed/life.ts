import type { Account } from "../../server/features/accounts/index";
import { versionOn, type ItemVersion } from "../../server/features/catalogue/index";
import { suitablePosts, type PostDocument } from "../../server/features/posts/index";
import { actionChange, afterChange } from "../../server/features/requests/chain";
import type { Step } from "../../server/features/requests/change";
import { emptyRequest } from "../../server/features/requests/commands/createRequest";
import { EMPTY_FORM, mergeForm, type FormFields } from "../../server/features/requests/commands/form";
import { materialKeysIn, submit } from "../../server/features/requests/commands/submitting";
import type { RequestDocument, RequestFileEntry } from "../../server/features/requests/document";
import { materialsFor } from "../../server/features/requests/rules/submission";
import { addDays, dateInShanghai } from "@talent/shared/calendar/dates";
import type { Beneficiary } from "@talent/shared/domain/talents";
import type { Plan } from "./acts";
import { letClockSpeak } from "./clockTime";
import { idOf, timedId } from "./ids";
import { createRandom, type Random } from "./random";
import { momentOf, readerOf, type Life } from "./lifeState";
import { stepOf, type ActorStep } from "./steps";
import { nextMoment } from "./times";
import { WORDS } from "./words";
import { accountOfTalent, itemOf, talentOf, type World } from "./world";

function beneficiaryInput(world: World, plan: Plan, kind: Beneficiary) {
  if (kind === "self") return { kind };
  const member = talentOf(world, plan.talent).family.find(({ relation }) => relation === kind);
  return member === undefined ? { kind, name: "示例", bornOn: "2016-05-06" } : { kind, memberId: member.id };
}

function chooseBeneficiary(plan: Plan, version: ItemVersion, random: Random): Beneficiary {
  if (plan.beneficiary !== undefined) return plan.beneficiary;
  const offered = version.beneficiaries;
  return offered.includes("self") && random.chance(0.75) ? "self" : random.pick(offered);
}

function detailsOf(version: ItemVersion, item: string, district: string, todayOn: string, random: Random) {
  const words = WORDS[item]?.details ?? {};
  const filled = version.fields.map(({ key, kind, options, required }): [string, string] | undefined => {
    if (words[key] !== undefined) return [key, words[key]];
    if (kind === "choice") return [key, random.pick(options ?? []).value];
    if (kind === "district") return [key, district];
    if (!required) return undefined;
    return [key, kind === "date" ? addDays(todayOn, 60) : kind === "number" ? "2" : "见材料（示例）"];
  });
  return Object.fromEntries(filled.filter((entry) => entry !== undefined));
}

function formOf(world: World, plan: Plan, version: ItemVersion, now: Date, random: Random): FormFields {
  const talent = talentOf(world, plan.talent);
  const kind = chooseBeneficiary(plan, version, random);
  const points = WORDS[plan.item]?.points ?? ["请协助办理"];
  const input = {
    beneficiary: beneficiaryInput(world, plan, kind),
    points: points.slice(
      0,
      plan.talent.startsWith("talent-") ? points.length : random.between(1, points.length),
    ),
    details: detailsOf(version, plan.item, talent.districtCode, dateInShanghai(now), random),
    consents: {
      processing: true,
      ...(version.sensitive === "health" ? { health: true } : {}),
      ...(kind === "child" ? { guardian: true } : {}),
    },
  };
  return mergeForm(EMPTY_FORM, input, { keyring: world.keyring, talent, version, now });
}

async function filesOf(
  world: World,
  plan: Plan,
  version: ItemVersion,
  form: FormFields,
  at: Date,
): Promise<RequestFileEntry[]> {
  const own = !plan.talent.startsWith("crowd-");
  const required = materialsFor(version.materials, form.beneficiary.kind).filter(
    (material) => material.required,
  );
  return Promise.all(
    required.map((material, index) =>
      world.files.entryFor(material, new Date(at.getTime() - (required.length - index) * 60_000), own),
    ),
  );
}

function chooseSpecialist(world: World, plan: Plan, random: Random): Account {
  const { category, districtCode } = talentOf(world, plan.talent);
  const named = world.staff.find(({ _id }) => _id.toHexString() === plan.specialist);
  if (named !== undefined) return named;
  const serving = world.staff.filter(({ grants }) =>
    grants.some(({ role, districtCode: own }) =>
      category < "E" ? role === "municipalSpecialist" : role === "districtSpecialist" && own === districtCode,
    ),
  );
  return random.pick(serving);
}

function choosePost(world: World, plan: Plan, version: ItemVersion, random: Random): PostDocument {
  const named = plan.post === undefined ? undefined : world.postByCode.get(plan.post);
  if (named !== undefined) return named;
  const { category, districtCode } = talentOf(world, plan.talent);
  const suitable = suitablePosts(world.posts, {
    ...{ category, districtCode, itemCode: plan.item, levels: version.levels },
  });
  const able = suitable.filter(
    ({ level, itemCodes }) => itemCodes.includes(plan.item) && version.levels.includes(level),
  );
  return random.pick(able.slice(0, 3));
}

async function begin(world: World, plan: Plan, number: string, at: Date): Promise<Life> {
  const random = createRandom(plan.key);
  const item = itemOf(world, plan.item);
  const talent = talentOf(world, plan.talent);
  const version = versionOn(item.versions, dateInShanghai(at));
  const form = formOf(world, plan, version, at, random);
  const requester = readerOf(accountOfTalent(world, plan.talent));
  const draft = emptyRequest({ talent, item, version }, form, number, momentOf(world, requester, at));
  const request: RequestDocument = { ...draft, _id: timedId(plan.key, at) };
  const specialist = readerOf(chooseSpecialist(world, plan, random));
  const post = choosePost(world, plan, version, random);
  return { world, plan, random, version, request, requester, specialist, post };
}

/** Does one step as somebody; the lifecycle says to which state it leads. */
async function take(life: Life, { action, reader, step }: ActorStep, at: Date): Promise<void> {
  const { request, world } = life;
  life.request = afterChange(
    request,
    await actionChange(request, momentOf(world, reader, at), { action, step }),
  );
}

/** A request as a specialist takes it in at the window: its papers were seen there. */
function broughtToWindow(
  { specialist, version, request, plan }: Life,
  at: Date,
): Pick<RequestDocument, "source" | "intake"> {
  const papers = materialsFor(version.materials, request.beneficiary.kind).filter(({ required }) => required);
  const { accountId, name, office } = specialist;
  const intake: RequestDocument["intake"] = {
    ...{ accountId, name, office, at },
    scanId: idOf(`scan ${plan.key}`).toHexString(),
    consentsOnPaper: ["processing"],
    paperMaterials: papers.map(({ key }) => ({ materialKey: key, seen: "original" })),
  };
  return { source: "specialist", intake };
}

/** Handed in by the requester, or at the window. */
function handedIn({ requester, specialist, request }: Life, step: Step): ActorStep {
  if (request.intake === undefined) return { action: "submit", reader: requester, step };
  return { action: "takeIn", reader: specialist, step: { ...step, type: "takenIn" } };
}

/** Tells the life of one request with the product's own rules and commands. */
export async function tell(
  world: World,
  plan: Plan,
  number: string,
  begunAt: Date,
): Promise<RequestDocument> {
  const life = await begin(world, plan, number, begunAt);
  if (!plan.submitted) return life.request;
  const files = plan.onSite ? [] : await filesOf(world, plan, life.version, life.request, begunAt);
  life.request = { ...life.request, files, ...(plan.onSite ? broughtToWindow(life, begunAt) : {}) };
  const item = itemOf(world, plan.item);
  const entitled = { talent: talentOf(world, plan.talent), item, version: life.version };
  const { beneficiary, points, details, consents } = life.request;
  const form = { beneficiary, points, details, consents };
  const step = submit(form, materialKeysIn(life.request), entitled, world.context.limits, begunAt);
  await take(life, handedIn(life, step), begunAt);
  let at = begunAt;
  for (const act of plan.acts) {
    at = nextMoment(at, act.after, life.random, world.now);
    letClockSpeak(life, at);
    await take(life, await stepOf(life, act, at), at);
  }
  letClockSpeak(life, world.now);
  return life.request;
}
