import { Schema, model, type Types } from "mongoose";
import type { OpenSpan, SlotPlan } from "@talent/shared/domain/appointments";
import type { ChecklistKind } from "@talent/shared/domain/checklists";
import type { QueueSettings } from "@talent/shared/domain/queueTickets";
import type { ServiceLevel } from "@talent/shared/domain/talents";
import type { Bilingual } from "@talent/shared/labels/bilingual";

/** A line of a hall. */
export interface HallGroup {
  letter: string;
  name: Bilingual;
  itemIds: string[];
  /** Minutes of one service until today has figures of its own. */
  defaultMinutes: number;
  /** Absent = no appointments. */
  slots?: SlotPlan | undefined;
}

export interface CheckPoint {
  key: string;
  label: Bilingual;
}

/** A service hall 大厅 with its lines: all of it data. */
export interface HallDocument {
  _id: Types.ObjectId;
  code: string;
  name: string;
  level: ServiceLevel;
  districtCode?: string | undefined;
  address: string;
  phone: string;
  /** 示例. */
  sample: boolean;
  /** On working days. */
  hours: OpenSpan[];
  groups: HallGroup[];
  settings: QueueSettings;
  checklists: Record<ChecklistKind, CheckPoint[]>;
}

const Mixed = Schema.Types.Mixed as never;

const hallSchema = new Schema<HallDocument>(
  {
    code: { type: String, required: true },
    name: { type: String, required: true },
    level: { type: String, required: true },
    districtCode: String,
    address: String,
    phone: String,
    sample: Boolean,
    hours: Mixed,
    groups: Mixed,
    settings: Mixed,
    checklists: Mixed,
  },
  { collection: "halls", versionKey: false, autoIndex: false },
);
hallSchema.index({ code: 1 }, { unique: true });

export const HallModel = model<HallDocument>("Hall", hallSchema);
