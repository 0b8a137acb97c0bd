import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { RoleGrant } from "@talent/shared/domain/roles";
import type { DeskKit } from "@talent/shared/contract/schemas/talentCode";
import { fromBase64url, toBase64url } from "@talent/shared/domain/talentCode/bytes";
import { checkToken, type CheckingKeys, type CodeFault } from "@talent/shared/domain/talentCode/check";
import { answerAtDesk, deskOf, type DeskAnswer } from "@talent/shared/domain/talentCode/desk";
import type { CodeHolder } from "@talent/shared/domain/talentCode/holder";
import { kitServes } from "@talent/shared/domain/talentCode/rules";
import { versionOn } from "@talent/shared/domain/entitlement";
import { clientPrimitives } from "./clientPrimitives";

/** Why nothing can be said without network: no keys, keys that are too old, or the code itself. */
export type OfflineFault = CodeFault | "noKit" | "kitTooOld" | "lost";

export type OfflineCheck =
  | { ok: true; holder: CodeHolder; answer: DeskAnswer; keyGoodUntilOn: string; kitAt: string }
  | { ok: false; fault: OfflineFault };

export type KitItem = DeskKit["items"][number];

function checkingKeys({ keys, days }: DeskKit): CheckingKeys<Uint8Array> {
  const bytes = (text: string | undefined) => (text === undefined ? undefined : fromBase64url(text));
  return {
    publicKey: (id) => bytes(keys.find((key) => key.id === id)?.publicKey),
    readingKey: (on) => bytes(days.find((day) => day.on === on)?.readingKey),
  };
}

/** Answers the question of the desk with what this device keeps (DB50/T 1733 §5.2). */
export function checkOffline(
  text: string,
  kit: DeskKit | undefined,
  item: KitItem | undefined,
  grants: readonly RoleGrant[],
  now: Date,
): OfflineCheck {
  if (kit === undefined) return { ok: false, fault: "noKit" };
  if (!kitServes(new Date(kit.at), now)) return { ok: false, fault: "kitTooOld" };
  const checked = checkToken(text, checkingKeys(kit), clientPrimitives, now);
  if (!checked.ok) return checked;
  const { holder, token } = checked;
  if (kit.lost.pseudonyms.includes(toBase64url(holder.pseudonym))) return { ok: false, fault: "lost" };
  const todayOn = dateInShanghai(now);
  const audience = item === undefined ? undefined : versionOn(item.versions, todayOn);
  return {
    ok: true,
    holder,
    answer: answerAtDesk(holder, audience, deskOf(grants), todayOn),
    keyGoodUntilOn: kit.keys.find(({ id }) => id === token.keyId)?.goodUntilOn ?? todayOn,
    kitAt: kit.at,
  };
}
