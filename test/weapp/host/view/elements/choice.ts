import { fire, isTrue } from "../framework";
import { react } from "../reactions";
import { BuiltIn } from "./builtIn";
import { isField } from "./field";

/** `<switch>`, `<checkbox>`, `<radio>`: shows the choice at once, as WeChat does, then reports it. */
export abstract class Choice extends BuiltIn {
  on = false;
  protected abstract readonly kind: string;

  protected override start(): void {
    this.addEventListener("click", (event) => {
      event.stopPropagation();
      this.toggle();
    });
    this.sync("checked");
  }

  protected override sync(name: string): void {
    if (name === "checked") this.show(isTrue(this.read("checked")));
  }

  show(on: boolean): void {
    this.on = on;
    this.paint("role", this.kind);
    this.paint("aria-checked", String(on));
  }

  toggle(): void {
    if (this.disabled) return;
    react();
    this.change();
  }

  value(): unknown {
    return this.read("value");
  }

  protected abstract change(): void;
}

export class SwitchChoice extends Choice {
  protected readonly kind = "switch";

  protected change(): void {
    this.show(!this.on);
    fire(this, "change", { value: this.on });
  }
}

export class CheckboxChoice extends Choice {
  protected readonly kind = "checkbox";

  protected change(): void {
    this.show(!this.on);
    const group = this.closest("mp-checkbox-group");
    if (group) fire(group, "change", { value: checkedValues(group) });
  }
}

export class RadioChoice extends Choice {
  protected readonly kind = "radio";

  protected change(): void {
    const group = this.closest("mp-radio-group");
    group?.querySelectorAll<RadioChoice>("mp-radio").forEach((radio) => radio.show(radio === this));
    this.show(true);
    if (group) fire(group, "change", { value: this.value() });
  }
}

export class ChoiceGroup extends BuiltIn {}
export class RadioGroup extends BuiltIn {}

/** `<label>`: a tap on it is a tap on what it labels. */
export class Label extends BuiltIn {
  protected override start(): void {
    this.addEventListener("click", (event) => {
      const labelled = this.labelled();
      if (!labelled || (event.target instanceof Node && labelled.contains(event.target))) return;
      if (labelled instanceof Choice) labelled.toggle();
      else if (isField(labelled)) labelled.field.focus();
    });
  }

  private labelled(): Element | null {
    const id = this.read("for");
    if (typeof id === "string" && id !== "") return document.getElementById(id);
    return this.querySelector("mp-checkbox,mp-radio,mp-switch,mp-input,mp-textarea");
  }
}

export function checkedValues(group: Element): unknown[] {
  return [...group.querySelectorAll<CheckboxChoice>("mp-checkbox")]
    .filter((box) => box.on)
    .map((box) => box.value());
}

export function chosenValue(group: Element): unknown {
  return [...group.querySelectorAll<RadioChoice>("mp-radio")].find((radio) => radio.on)?.value() ?? "";
}
