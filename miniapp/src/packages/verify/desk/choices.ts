import { useState } from "react";
import { PERSONAL_PREFIX } from "../../../api/session";
import { storage } from "../../../platform";

const ITEM_KEY = `${PERSONAL_PREFIX}verify:item`;
const DESK_KEY = `${PERSONAL_PREFIX}verify:desk`;

function useKept(key: string): [string, (value: string) => void] {
  const [value, setValue] = useState(() => storage.read<string>(key) ?? "");
  return [
    value,
    (next) => {
      storage.write(key, next);
      setValue(next);
    },
  ];
}

/** The item that is asked about, chosen once and kept on the device; empty = who it is, without an item. */
export function useKeptItem(): [string, (itemId: string) => void] {
  return useKept(ITEM_KEY);
}

/** Name of the desk as talents read it; may be empty. */
export function useKeptDesk(): [string, (desk: string) => void] {
  return useKept(DESK_KEY);
}
