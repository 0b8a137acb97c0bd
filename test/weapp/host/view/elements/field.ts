import { fire, isTrue } from "../framework";
import { react } from "../reactions";
import { BuiltIn } from "./builtIn";

const SYNCED = ["value", "placeholder", "type", "disabled", "maxlength", "focus", "aria-label"];
const KEYBOARDS: Record<string, string> = { number: "numeric", digit: "decimal", idcard: "text" };
/** WeChat's default when `maxlength` is not given; −1 means no limit. */
const DEFAULT_MAX_LENGTH = 140;

/** `<input>` and `<textarea>`. */
abstract class Field extends BuiltIn {
  abstract readonly tag: "input" | "textarea";
  field!: HTMLInputElement | HTMLTextAreaElement;

  protected override start(): void {
    const field = document.createElement(this.tag);
    this.field = field;
    this.appendChild(field);
    field.addEventListener("input", (event) => {
      event.stopPropagation();
      react();
      fire(
        this,
        "input",
        { value: field.value, cursor: field.selectionStart ?? field.value.length },
        { bubbles: true, composed: true },
      );
    });
    field.addEventListener("change", (event) => event.stopPropagation());
    field.addEventListener("focus", () => fire(this, "focus", { value: field.value, height: 0 }));
    field.addEventListener("blur", () => fire(this, "blur", { value: field.value }));
    field.addEventListener("keydown", (event) => {
      if ((event as KeyboardEvent).key === "Enter" && this.tag === "input") this.confirm();
    });
    this.addEventListener("click", () => react());
    for (const name of SYNCED) this.sync(name);
  }

  /** The keyboard's confirm key. */
  confirm(): void {
    react();
    fire(this, "confirm", { value: this.field.value });
  }

  clear(): void {
    this.field.value = "";
  }

  protected override sync(name: string): void {
    if (!this.field) return;
    const { field } = this;
    switch (name) {
      case "value":
        return this.setValue(this.readText(name));
      case "placeholder":
        field.placeholder = this.readText(name);
        return;
      case "aria-label":
        return field.setAttribute(name, this.readText(name));
      case "disabled":
        field.disabled = this.disabled;
        return;
      case "maxlength":
        return this.setMaxLength(this.readText(name));
      case "focus":
        if (this.read(name) !== "" && isTrue(this.read(name))) field.focus();
        return;
      default:
        return this.setKeyboard();
    }
  }

  private setKeyboard(): void {
    if (!(this.field instanceof HTMLInputElement)) return;
    this.field.type = isTrue(this.read("password")) ? "password" : "text";
    this.field.inputMode = KEYBOARDS[this.readText("type")] ?? "text";
  }

  private setValue(text: string): void {
    if (this.field.value !== text) this.field.value = text;
  }

  private setMaxLength(text: string): void {
    const limit = text === "" ? DEFAULT_MAX_LENGTH : Number(text);
    if (limit >= 0) this.field.setAttribute("maxlength", String(limit));
    else this.field.removeAttribute("maxlength");
  }
}

export class InputField extends Field {
  readonly tag = "input";
}

export class TextareaField extends Field {
  readonly tag = "textarea";
}

/** Any field, whichever tag draws it. */
export function isField(node: Element): node is Field {
  return node instanceof Field;
}
