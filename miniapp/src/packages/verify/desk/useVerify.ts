import { useCallback, useRef, useState } from "react";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { TOKEN_LENGTH } from "@talent/shared/domain/talentCode/token";
import { api } from "../../../api/client";
import { newIdempotencyKey } from "../../../api/idempotencyKey";
import { serverNow } from "../../../api/serverClock";
import { rememberScan } from "../../../hooks/lastScan";
import { addPendingScan, pendingScanOf } from "../../../hooks/pendingScans";
import { NetworkError, platform } from "../../../platform";
import { checkOffline, type KitItem } from "../offline/checkOffline";
import { keptKit } from "../offline/deskKit";
import { answered, type Outcome } from "./outcome";

/** What somebody showed, or the scan that another item is asked about for. */
type Shown = { code: string } | { scanId: string };

interface Place {
  me: Me;
  desk: string;
}

interface Question extends Place {
  item: KitItem | undefined;
}

function askedOf({ item, desk }: Question) {
  const named = item === undefined ? undefined : { id: item.id, name: item.name };
  return { at: serverNow().toISOString(), desk, item: named };
}

function offlineOutcome(code: string, question: Question): Outcome {
  const asked = askedOf(question);
  const { item, me, desk } = question;
  if (code.length !== TOKEN_LENGTH) return { ...asked, kind: "offlineRefused", fault: "typed" };
  if (pendingScanOf(code) !== undefined) return { ...asked, kind: "offlineRefused", fault: "usedHere" };
  const check = checkOffline(code, keptKit(), item, me.roles, serverNow());
  if (!check.ok) return { ...asked, kind: "offlineRefused", fault: check.fault };
  const { holder, answer, keyGoodUntilOn, kitAt } = check;
  const { maskedName, category, districtCode, cycleEndsOn } = holder;
  addPendingScan({
    scan: {
      id: newIdempotencyKey(),
      token: code,
      at: asked.at,
      answer: answer.entitled ? "yes" : "no",
      ...(item === undefined ? {} : { itemId: item.id }),
      ...(desk === "" ? {} : { desk }),
    },
    maskedName,
    category,
    itemName: item?.name,
  });
  const person = { maskedName, category, districtCode, cycleEndsOn };
  return { ...asked, kind: "offline", person, answer, keyGoodUntilOn, kitAt };
}

async function ask(shown: Shown, question: Question): Promise<Outcome> {
  const asked = askedOf(question);
  const { item, desk } = question;
  try {
    const verified = await api("talentCode.verify", {
      body: {
        ...shown,
        ...(item === undefined ? {} : { itemId: item.id }),
        ...(desk === "" ? {} : { desk }),
      },
    });
    rememberScan(verified);
    return answered(verified, asked);
  } catch (error) {
    if (error instanceof NetworkError && "code" in shown) return offlineOutcome(shown.code, question);
    return { ...asked, kind: "refused", error };
  }
}

/** The server is asked first; a device that knows that it has no network does not try. */
async function outcomeOf(shown: Shown, question: Question): Promise<Outcome> {
  if ("code" in shown && !(await platform.isOnline())) return offlineOutcome(shown.code, question);
  return ask(shown, question);
}

export interface Verification {
  outcome: Outcome | undefined;
  busy: boolean;
  verify: (shown: Shown, item: KitItem | undefined) => Promise<void>;
  clear: () => void;
}

/** One check after the other: by the server, or by this device where there is no network. */
export function useVerify(place: Place): Verification {
  const [outcome, setOutcome] = useState<Outcome>();
  const [busy, setBusy] = useState(false);
  const latest = useRef(place);
  latest.current = place;
  const verify = useCallback(async (shown: Shown, item: KitItem | undefined) => {
    setBusy(true);
    try {
      setOutcome(await outcomeOf(shown, { ...latest.current, item }));
      platform.tick();
    } finally {
      setBusy(false);
    }
  }, []);
  return { outcome, busy, verify, clear: useCallback(() => setOutcome(undefined), []) };
}
