import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { aria } from "../../base/aria";
import { Icon } from "../../base/Icon";
import { Tap } from "../../base/Tap";
import { stepInside, useFocusInside } from "../browser/focus";
import { useKeys } from "../browser/keys";

export interface FilterOption {
  value: string;
  label: string;
}

export interface FilterMenuProps {
  id: string;
  label: string;
  /** Shown when nothing is chosen: `全部 38 个`. */
  allLabel: string;
  options: readonly FilterOption[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** A filter on wide screens: its name and value, and a list under it. */
export function FilterMenu(props: FilterMenuProps) {
  const { id, label, allLabel, options, value, onChange } = props;
  const [open, setOpen] = useState(false);
  const shown = options.find((option) => option.value === value)?.label ?? allLabel;
  return (
    <View className="bd-menu-at bd-f">
      <Tap
        id={id}
        className={`bd-fld ${value === undefined ? "" : "bd-fld-on"}`}
        label={`${label} ${shown}`}
        expanded={open}
        onTap={() => setOpen(!open)}
      >
        <Text className="bd-fld-k">{label}</Text>
        <Text>{shown}</Text>
        <Icon name="down" size="14" colour="ink-2" className="bd-fld-i" />
      </Tap>
      {open ? (
        <MenuList
          {...props}
          onClose={() => setOpen(false)}
          onChange={(chosen) => {
            onChange(chosen);
            setOpen(false);
          }}
        />
      ) : null}
    </View>
  );
}

function MenuList({
  id,
  label,
  allLabel,
  options,
  value,
  onChange,
  onClose,
}: FilterMenuProps & { onClose: () => void }) {
  const listId = `${id}-list`;
  useFocusInside(listId);
  useKeys({
    Escape: onClose,
    ArrowUp: () => stepInside(listId, -1),
    ArrowDown: () => stepInside(listId, 1),
  });
  return (
    <>
      <View className="bd-menu-out" onClick={onClose} {...aria({ hidden: true })} />
      <View id={listId} className="bd-menu" {...aria({ role: "listbox", label })}>
        <View className="bd-menu-b">
          <MenuItem label={allLabel} on={value === undefined} onTap={() => onChange(undefined)} />
          {options.map((option) => (
            <MenuItem
              key={option.value}
              label={option.label}
              on={option.value === value}
              onTap={() => onChange(option.value)}
            />
          ))}
        </View>
      </View>
    </>
  );
}

function MenuItem({ label, on, onTap }: { label: string; on: boolean; onTap: () => void }) {
  return (
    <Tap className={`bd-menu-i ${on ? "bd-menu-on" : ""}`} role="option" selected={on} onTap={onTap}>
      <Text className="grow">{label}</Text>
      {on ? <Icon name="check" size="14" colour="primary" stroke={2.2} /> : null}
    </Tap>
  );
}
