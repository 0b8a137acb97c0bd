import { fire } from "../framework";
import { react } from "../reactions";
import { BuiltIn } from "./builtIn";

function labelOf(item: unknown, key: unknown): string {
  return typeof item === "object" && item !== null && typeof key === "string"
    ? String((item as Record<string, unknown>)[key])
    : String(item);
}

/** `<picker>`: WeChat opens a wheel over the page; the host's person names what they choose. */
export class Picker extends BuiltIn {
  protected override start(): void {
    this.addEventListener("click", () => {
      if (!this.disabled) react();
    });
  }

  /** Chooses by what the wheel shows, by index, or by the date, time or region itself. */
  pick(wanted: unknown): void {
    if (this.disabled) throw new Error("the picker is disabled");
    react();
    const mode = this.read("mode") || "selector";
    fire(this, "change", { value: mode === "selector" ? this.indexOf(wanted) : wanted });
  }

  private indexOf(wanted: unknown): number {
    const range = this.read("range");
    const labels = Array.isArray(range) ? range.map((item) => labelOf(item, this.read("range-key"))) : [];
    const index = typeof wanted === "number" ? wanted : labels.indexOf(String(wanted));
    if (index < 0 || index >= labels.length)
      throw new Error(`the picker offers ${labels.join(" / ")}, not ${String(wanted)}`);
    return index;
  }
}

/** `<picker-view>`: wheels inside the page. */
export class PickerView extends BuiltIn {
  pick(value: unknown): void {
    react();
    fire(this, "change", { value });
  }
}

export class PickerViewColumn extends BuiltIn {}

/** `<slider>` */
export class Slider extends BuiltIn {
  pick(value: unknown): void {
    react();
    fire(this, "changing", { value });
    fire(this, "change", { value });
  }
}
