import { Types, type QueryFilter } from "mongoose";
import type * as z from "zod/mini";
import type { Contract } from "@talent/shared/contract/index";
import { isCodeString, normalizeCode } from "@talent/shared/domain/codeString";
import { pageOfRows, readCursor } from "../../platform/database/cursor";
import { notFound } from "../../platform/errors";
import type { Handlers } from "../../platform/http/handler";
import type { Platform } from "../../platform/platform";
import type { Reader } from "../../platform/auth/reader";
import { TalentModel, type TalentDocument } from "./model";
import { maySeeTalent, talentScopes, type TalentScope } from "./policy";
import { presentTalentRecord } from "./presenter";
import { findTalent } from "./records";
import { SEALED, idNumberIndex, phoneIndex } from "./sealing";

type Names = "talents.list" | "talents.read" | "talents.reveal";

/** What a search text may mean: a code string, a whole number, or part of an employer's name. Names are sealed. */
function searchConditions(platform: Pick<Platform, "keyring">, q: string): QueryFilter<TalentDocument>[] {
  if (isCodeString(q)) {
    const code = normalizeCode(q);
    const grouped = [code.slice(0, 2), code.slice(2, 6), code.slice(6, 10), code.slice(10)].join("-");
    return [{ codeString: { $in: [code, grouped] } }];
  }
  if (/^1\d{10}$/.test(q)) return [{ phoneIndex: phoneIndex(platform.keyring, q) }];
  if (/^[0-9]{6,17}[0-9Xx]$/.test(q)) return [{ idNumberIndex: idNumberIndex(platform.keyring, q) }];
  return [{ employerName: { $regex: q.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") } }];
}

type ListQuery = z.output<NonNullable<Contract["talents.list"]["query"]>>;

/** Talents of these scopes in the order of their ids. One scope is a plain condition, so that its index gives the order. */
export function talentsQuery(
  platform: Pick<Platform, "keyring">,
  scopes: readonly TalentScope[],
  query: Omit<ListQuery, "limit">,
) {
  const [only = { _id: { $in: [] } }] = scopes;
  const conditions: QueryFilter<TalentDocument>[] = [scopes.length > 1 ? { $or: [...scopes] } : only];
  if (query.category !== undefined) conditions.push({ category: query.category });
  if (query.district !== undefined) conditions.push({ districtCode: query.district });
  if (query.q !== undefined) conditions.push(...searchConditions(platform, query.q));
  if (query.cursor !== undefined)
    conditions.push({ _id: { $gt: new Types.ObjectId(readCursor(query.cursor).id) } });
  return TalentModel.find({ $and: conditions }).sort({ _id: 1 }).lean<TalentDocument[]>();
}

async function visibleTalent(reader: Reader, id: string): Promise<TalentDocument> {
  const talent = await findTalent(id);
  if (talent === null || !maySeeTalent(reader, talent)) throw notFound("talent");
  return talent;
}

export function createTalentHandlers(platform: Platform): Handlers<Names> {
  return {
    "talents.list": async ({ reader, query, now }) => {
      const found = await talentsQuery(platform, talentScopes(reader), query)
        .limit(query.limit + 1)
        .exec();
      const place = ({ _id }: TalentDocument) => ({ at: 0, id: _id.toHexString() });
      const { rows, next } = pageOfRows(found, query.limit, place);
      return { items: rows.map((talent) => presentTalentRecord(talent, now)), ...next };
    },

    "talents.read": async ({ reader, params, now }) => {
      const talent = await visibleTalent(reader, params.id);
      platform.access.recordRead({ talentId: params.id, at: now, reader, what: "talentRecord" });
      return presentTalentRecord(talent, now);
    },

    "talents.reveal": async ({ reader, params, body, now }) => {
      const talent = await visibleTalent(reader, params.id);
      await platform.access.recordReadNow({
        talentId: params.id,
        at: now,
        reader,
        what: body.field,
        reason: body.reason,
      });
      return { value: platform.keyring.open(SEALED[body.field], talent[body.field]) };
    },
  };
}
