import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { Applicant } from "@talent/shared/domain/entitlement";
import { DISTRICTS } from "@talent/shared/domain/districts";
import type { Reader } from "../../platform/auth/reader";
import { pageOfRows, readCursor } from "../../platform/database/cursor";
import { notFound } from "../../platform/errors";
import type { Handlers } from "../../platform/http/handler";
import { applicantRecord } from "../talents/index";
import { readCatalogue } from "./catalogue";
import type { ItemDocument } from "./model";
import { presentItemDetail, presentItemSummary } from "./presenter";
import { publishVersion } from "./publishVersion";
import { versionOn } from "./rules";

type Names = "items.list" | "items.read" | "items.publishVersion" | "districts.list";

async function applicantOf(reader: Reader | null): Promise<Applicant | null> {
  const talent = reader?.talentId === undefined ? null : await applicantRecord(reader.talentId);
  if (talent === null) return null;
  return {
    category: talent.category,
    cycleStartsOn: talent.cycle.startsOn,
    cycleEndsOn: talent.cycle.endsOn,
  };
}

function matches(item: ItemDocument, q: string, todayOn: string): boolean {
  const { name, summary } = versionOn(item.versions, todayOn);
  const sought = q.toLowerCase();
  return [name.zh, name.en, summary.zh, summary.en].some((text) => text.toLowerCase().includes(sought));
}

export function createCatalogueHandlers(): Handlers<Names> {
  return {
    "items.list": async ({ reader, query, now }) => {
      const [catalogue, applicant] = await Promise.all([readCatalogue(), applicantOf(reader)]);
      const todayOn = dateInShanghai(now);
      const after = query.cursor === undefined ? -Infinity : readCursor(query.cursor).at;
      const found = catalogue.items.filter(
        (item) =>
          item.order > after &&
          (query.group === undefined || item.group === query.group) &&
          (query.q === undefined || matches(item, query.q, todayOn)),
      );
      const place = ({ order, _id }: ItemDocument) => ({ at: order, id: _id.toHexString() });
      const { rows, next } = pageOfRows(found, query.limit, place);
      return { items: rows.map((item) => presentItemSummary(item, applicant, todayOn)), ...next };
    },

    "items.read": async ({ reader, params, now }) => {
      const [catalogue, applicant] = await Promise.all([readCatalogue(), applicantOf(reader)]);
      const item = catalogue.item(params.id);
      if (item === undefined) throw notFound("item");
      return presentItemDetail(item, applicant, dateInShanghai(now));
    },

    "items.publishVersion": async ({ params, body, now }) => {
      const todayOn = dateInShanghai(now);
      const item = await publishVersion(params.id, body, todayOn);
      return presentItemDetail(item, null, todayOn);
    },

    "districts.list": () => Promise.resolve({ items: DISTRICTS.map(({ code, name }) => ({ code, name })) }),
  };
}
