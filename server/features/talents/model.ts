import { Schema, model, type Types } from "mongoose";
import { CATEGORIES, RECOGNITIONS, type Category, type Recognition } from "@talent/shared/domain/talents";

/** Somebody of the family who may be a beneficiary. */
export interface FamilyMember {
  id: string;
  relation: "spouse" | "child";
  /** Sealed. */
  name: string;
  maskedName: string;
  bornOn: string;
}

/** The record of a recognised talent (DB50/T 1733 §5.1). Names and numbers are sealed per field. */
export interface TalentDocument {
  _id: Types.ObjectId;
  /** Sealed. */
  name: string;
  maskedName: string;
  category: Category;
  recognition: Recognition;
  /** Points, where the recognition is by points. */
  score?: number | undefined;
  employerId?: string | undefined;
  employerName: string;
  districtCode: string;
  /** Service cycle 服务周期, both days included. */
  cycle: { startsOn: string; endsOn: string };
  /** The document of that cycle, once it is opened. */
  cycleId?: string | undefined;
  /** Sealed, with a blind index for equality search. */
  idNumber: string;
  idNumberIndex: string;
  idNumberMasked: string;
  /** Sealed, with a blind index. */
  phone: string;
  phoneIndex: string;
  phoneMasked: string;
  codeString: string;
  family: FamilyMember[];
  /** The account of the person, once it is bound. */
  accountId?: string | undefined;
}

const talentSchema = new Schema<TalentDocument>(
  {
    name: { type: String, required: true },
    maskedName: { type: String, required: true },
    category: { type: String, enum: CATEGORIES, required: true },
    recognition: { type: String, enum: RECOGNITIONS, required: true },
    score: Number,
    employerId: String,
    employerName: { type: String, required: true },
    districtCode: { type: String, required: true },
    cycle: { startsOn: String, endsOn: String },
    cycleId: String,
    idNumber: { type: String, required: true },
    idNumberIndex: { type: String, required: true },
    idNumberMasked: { type: String, required: true },
    phone: { type: String, required: true },
    phoneIndex: { type: String, required: true },
    phoneMasked: { type: String, required: true },
    codeString: { type: String, required: true },
    family: [
      {
        _id: false,
        id: String,
        relation: { type: String, enum: ["spouse", "child"] },
        name: String,
        maskedName: String,
        bornOn: String,
      },
    ],
    accountId: String,
  },
  { collection: "talents", versionKey: false, autoIndex: false },
);
talentSchema.index({ codeString: 1 }, { unique: true });
talentSchema.index({ idNumberIndex: 1 }, { unique: true });
talentSchema.index({ phoneIndex: 1 });
talentSchema.index({ accountId: 1 }, { unique: true, sparse: true });
talentSchema.index({ districtCode: 1, _id: 1 });
talentSchema.index({ cycleId: 1 });
talentSchema.index({ category: 1, _id: 1 });

export const TalentModel = model<TalentDocument>("Talent", talentSchema);
