import { Schema, Types, model } from "mongoose";
import type { LossKind } from "@talent/shared/domain/talentCode/rules";
import type { Aggregate } from "../../../platform/database/aggregate";

export interface Loss {
  kind: LossKind;
  reason: string;
  at: Date;
  /** As the talent reads it: an office with a name, or empty for the talent. */
  by: string;
  byAccountId: string;
  /** The generation of code strings that ended with it; for a lost phone. */
  generation?: number | undefined;
}

/** What was lost of one talent's credentials. Whoever lost nothing has none. */
export interface CodeState extends Aggregate {
  /** The talent's id. */
  _id: Types.ObjectId;
  status: "kept";
  /** Phones lost so far: code strings of an earlier generation are not taken any more. */
  generation: number;
  cardLost: boolean;
  losses: Loss[];
  lastPhoneLossAt?: Date | undefined;
  /** Running number of the last loss of anybody: the version of the list of lost codes. */
  lastLossNumber: number;
}

const list = { type: Schema.Types.Mixed, default: [] } as const;

const schema = new Schema<CodeState>(
  {
    version: { type: Number, required: true },
    status: { type: String, required: true },
    generation: { type: Number, required: true },
    cardLost: { type: Boolean, required: true },
    losses: list,
    lastPhoneLossAt: Date,
    lastLossNumber: { type: Number, required: true },
    commands: list,
    outbox: list,
    outboxPending: Boolean,
  },
  { collection: "codeStates", versionKey: false, autoIndex: false },
);
schema.index({ lastPhoneLossAt: 1 });
schema.index({ lastLossNumber: -1 });

export const CodeStateModel = model<CodeState>("CodeState", schema);

/** The state of somebody who lost nothing yet. */
function untouched(talentId: string): CodeState {
  return {
    _id: new Types.ObjectId(talentId),
    version: 0,
    status: "kept",
    generation: 0,
    cardLost: false,
    losses: [],
    lastLossNumber: 0,
    commands: [],
    outbox: [],
  };
}

export async function codeStateOf(talentId: string): Promise<CodeState> {
  return (await CodeStateModel.findById(talentId).lean<CodeState>().exec()) ?? untouched(talentId);
}

/** The stored state, made when there is none. */
export async function storedCodeState(talentId: string): Promise<CodeState> {
  const { _id, ...rest } = untouched(talentId);
  await CodeStateModel.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true }).exec();
  return codeStateOf(talentId);
}
