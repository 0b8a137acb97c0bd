import { attributeOf, fire } from "../framework";
import { react } from "../reactions";
import { BuiltIn } from "./builtIn";
import { checkedValues, chosenValue, SwitchChoice } from "./choice";
import { isField } from "./field";

function valueOf(node: Element): unknown {
  if (isField(node)) return node.field.value;
  if (node instanceof SwitchChoice) return node.on;
  if (node.localName === "mp-checkbox-group") return checkedValues(node);
  if (node.localName === "mp-radio-group") return chosenValue(node);
  return attributeOf(node, "value");
}

const NAMED = "mp-input,mp-textarea,mp-switch,mp-checkbox-group,mp-radio-group,mp-picker,mp-slider";

/** `<form>` */
export class Form extends BuiltIn {
  submit(): void {
    const named = [...this.querySelectorAll(NAMED)].filter((node) => attributeOf(node, "name"));
    fire(this, "submit", {
      value: Object.fromEntries(named.map((node) => [String(attributeOf(node, "name")), valueOf(node)])),
    });
  }

  reset(): void {
    for (const node of this.querySelectorAll(NAMED)) if (isField(node)) node.clear();
    fire(this, "reset", {});
  }
}

/** `<button>`: disabled or loading, it swallows the tap before any handler hears of it. */
export class Button extends BuiltIn {
  get blocked(): boolean {
    return this.disabled;
  }

  protected override start(): void {
    this.addEventListener("click", () => {
      if (this.blocked) return;
      const form = this.closest<Form>("mp-form");
      const type = this.read("form-type") ?? this.read("formType");
      if (this.read("open-type")) react();
      if (!form || (type !== "submit" && type !== "reset")) return;
      react();
      if (type === "submit") form.submit();
      else form.reset();
    });
  }
}
