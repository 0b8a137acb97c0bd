import { DEFAULT_QUEUE_SETTINGS } from "@talent/shared/domain/queueTickets";
import { HALLS, type HallData } from "../../server/data/halls";
import type { Account } from "../../server/features/accounts/index";
import type { HallDocument, RoomDocument, WindowDocument } from "../../server/features/counters/index";
import { idOf } from "./ids";
import { sampleOpenid, staffAccount, staffName } from "./staff";

/** The sample halls as documents. */
export interface SampleHalls {
  halls: HallDocument[];
  windows: WindowDocument[];
  rooms: RoomDocument[];
  /** Somebody for each staffed window, by id of the window. */
  staff: Map<string, Account>;
}

function hallDocument(data: HallData): HallDocument {
  const { code, name, level, districtCode, address, phone } = data;
  return {
    _id: idOf(`hall ${code}`),
    ...{ code, name, level, districtCode, address, phone, sample: true, hours: HALLS.hours },
    groups: HALLS.groups.map(({ letter, name: groupName, itemCodes, defaultMinutes, slots }) => ({
      ...{ letter, name: groupName, defaultMinutes, slots },
      itemIds: itemCodes.map((item) => idOf(`item ${item}`).toHexString()),
    })),
    settings: DEFAULT_QUEUE_SETTINGS,
    checklists: HALLS.checklists,
  };
}

function windowDocument(data: HallData, window: HallData["windows"][number]): WindowDocument {
  return {
    _id: idOf(`window ${data.code} ${window.number}`),
    version: 1,
    status: "closed",
    hallId: idOf(`hall ${data.code}`).toHexString(),
    ...window,
    commands: [],
    outbox: [],
  };
}

function counterStaff(data: HallData, number: number, createdAt: Date): Account {
  const key = `counter ${data.code} ${number}`;
  const grant =
    data.level === "municipal"
      ? { role: "municipalSpecialist" as const }
      : { role: "districtSpecialist" as const, districtCode: data.districtCode };
  const facts = { key, name: staffName(key), openid: sampleOpenid(key), office: data.name, grant };
  return staffAccount(facts, createdAt);
}

export function sampleHalls(createdAt: Date): SampleHalls {
  const staff = HALLS.halls.flatMap((data) =>
    data.staffed.map((number): [string, Account] => [
      idOf(`window ${data.code} ${number}`).toHexString(),
      counterStaff(data, number, createdAt),
    ]),
  );
  return {
    halls: HALLS.halls.map(hallDocument),
    windows: HALLS.halls.flatMap((data) => data.windows.map((window) => windowDocument(data, window))),
    rooms: HALLS.halls.flatMap((data) =>
      data.rooms.map((room) => ({
        _id: idOf(`room ${data.code} ${room.name}`),
        hallId: idOf(`hall ${data.code}`).toHexString(),
        ...room,
        sample: true,
      })),
    ),
    staff: new Map(staff),
  };
}
