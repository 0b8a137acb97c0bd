import type { Emit } from "../../protocol";
import { react } from "../reactions";
import { BuiltIn } from "./builtIn";
import { CheckboxChoice, ChoiceGroup, Label, RadioChoice, RadioGroup, SwitchChoice } from "./choice";
import { Picture, RichText, ScrollArea, Swiper, SwiperItem } from "./content";
import { InputField, TextareaField } from "./field";
import { Button, Form } from "./form";
import { Picker, PickerView, PickerViewColumn, Slider } from "./picker";

/** `<navigator>` asks the logic side to go somewhere. */
function navigatorClass(emit: Emit): typeof BuiltIn {
  return class Navigator extends BuiltIn {
    protected override start(): void {
      this.addEventListener("click", () => {
        react();
        const type = this.readText("open-type") || "navigate";
        emit({
          kind: "navigate",
          type,
          url: this.readText("url"),
          delta: Number(this.read("delta") || 1),
        });
      });
    }
  };
}

/** Makes the drawn built-in components known to this window. */
export function registerBuiltIns(emit: Emit): void {
  const classes: Record<string, typeof BuiltIn> = {
    input: InputField,
    textarea: TextareaField,
    image: Picture,
    switch: SwitchChoice,
    picker: Picker,
    "picker-view": PickerView,
    "picker-view-column": PickerViewColumn,
    checkbox: CheckboxChoice,
    radio: RadioChoice,
    "checkbox-group": ChoiceGroup,
    "radio-group": RadioGroup,
    label: Label,
    slider: Slider,
    form: Form,
    "rich-text": RichText,
    "scroll-view": ScrollArea,
    swiper: Swiper,
    "swiper-item": SwiperItem,
    navigator: navigatorClass(emit),
    button: Button,
  };
  for (const [name, drawn] of Object.entries(classes)) customElements.define(`mp-${name}`, drawn);
}
