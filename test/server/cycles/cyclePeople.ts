import { Types } from "mongoose";
import { PUBLISHED_CALENDAR } from "@talent/shared/calendar/workingDays";
import { cycleFrom } from "@talent/shared/domain/cycles";
import type { CycleDetail } from "@talent/shared/contract/schemas/cycles";
import type { Category } from "@talent/shared/domain/talents";
import { NOT_CONNECTED, createCycleContext } from "../../../server/features/cycles/index";
import { sweepCycles } from "../../../server/features/cycles/sweep/sweep";
import { CycleModel } from "../../../server/features/cycles/model";
import { NoticeModel } from "../../../server/features/notices/index";
import type { Platform } from "../../../server/platform/platform";
import type { Answer, TestServer } from "../../support/testServer";
import { addTalent, signInTalent, type Person } from "../../support/world";

export const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`);

/** The cycle in an answer that has to be one. */
export function cycleIn(answer: Answer): CycleDetail {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as CycleDetail;
}

export const GOOD = {
  stillFullTime: true,
  grade: "competent",
  opinion: "履职良好，成果突出。",
  attachmentIds: [] as string[],
};

/** All that the sweep of a further worker needs of its process. */
export function furtherWorker() {
  return createCycleContext(
    {
      outbox: { nudge: () => undefined },
      calendar: { current: () => PUBLISHED_CALENDAR },
      log: { error: (facts: object) => process.stderr.write(`${JSON.stringify(facts)}\n`) },
    } as unknown as Platform,
    { sources: NOT_CONNECTED },
  );
}

export interface CyclePeople {
  employerId: string;
  talent: Person & { talentId: string };
  employer: Person;
  municipal: Person;
  municipal2: Person;
  district: Person;
  foreignDistrict: Person;
}

/** A talent whose cycle begins on 2023-12-01 and ends on 2026-11-30, its employer and the specialists. */
export async function createCyclePeople(
  server: TestServer,
  {
    category = "B",
    startsOn = "2023-12-01",
    ...numbers
  }: { category?: Category; startsOn?: string; idNumber?: string } = {},
): Promise<CyclePeople> {
  const employerId = new Types.ObjectId().toHexString();
  const talentId = await addTalent({ category, employerId, cycle: cycleFrom(startsOn), ...numbers });
  const staff = (persona: string, name: string, districtCode?: string) =>
    server.signInWith(persona, {
      name,
      office: "人才服务平台",
      grants: [
        districtCode === undefined
          ? { role: "municipalSpecialist" }
          : { role: "districtSpecialist", districtCode },
      ],
    });
  return {
    employerId,
    talent: await signInTalent(server, "talent-b", talentId),
    employer: await server.signInWith("employer-liaison", {
      name: "吴丽",
      grants: [{ role: "employerLiaison", employerId }],
    }),
    municipal: await staff("municipal-specialist", "李海燕"),
    municipal2: await staff("municipal-specialist-2", "郑凯"),
    district: await staff("district-specialist", "王芳", "500112"),
    foreignDistrict: await staff("district-specialist-2", "罗勇", "500103"),
  };
}

/** Calls about cycles. The clock of the server moves only by `moveTo`, which sweeps as a worker does. */
export function cycleCalls(server: TestServer) {
  const context = furtherWorker();
  const post = (person: Person, path: string, body?: object, key?: string) =>
    server.call("POST", `/api/cycles/${path}`, {
      token: person.token,
      ...(body === undefined ? {} : { body }),
      ...(key === undefined ? {} : { key }),
    });
  const read = (person: Person, id: string) =>
    server.call("GET", `/api/cycles/${id}`, { token: person.token });
  const mine = async (person: Person) =>
    cycleIn(await server.call("GET", "/api/me/cycle", { token: person.token }));
  async function moveTo(shanghai: string): Promise<number> {
    server.clock.moveTo(at(shanghai));
    return sweepCycles(context, at(shanghai));
  }
  return { context, post, read, mine, moveTo };
}

/** Types of the notices of a cycle to one person, in outbox or inbox, in the order of their making. */
export async function noticesTo(person: Person, cycleId: string): Promise<string[]> {
  const rows = await NoticeModel.find({ subjectId: cycleId, recipientId: person.accountId })
    .sort({ _id: 1 })
    .lean();
  const cycle = await CycleModel.findById(cycleId).lean();
  const waiting = (cycle?.outbox ?? []).filter(({ recipientId }) => recipientId === person.accountId);
  return [...new Set([...rows, ...waiting].map(({ type }) => type))];
}
