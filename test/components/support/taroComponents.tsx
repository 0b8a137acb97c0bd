import { createElement, type PropsWithChildren, type ReactElement } from "react";

type Props = PropsWithChildren<Record<string, unknown>>;

/** `ariaLabel` as the mini-program build binds it: an attribute of the element. */
function attributeOf(name: string): string {
  if (name === "ariaRole") return "role";
  return name.startsWith("aria") ? `aria-${name.slice(4).toLowerCase()}` : name;
}

const KNOWN = new Set(["id", "className", "style", "src", "value", "placeholder"]);

function attributesOf(props: Props): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(props).flatMap(([name, value]) =>
      // The platform also takes a style as text, which React's DOM does not.
      (KNOWN.has(name) && !(name === "style" && typeof value === "string")) || /^aria[A-Z]/.test(name)
        ? [[attributeOf(name), value]]
        : [],
    ),
  );
}

/** One DOM element for one component of the platform, with its tap. */
function element(tag: string) {
  return function Element(props: Props): ReactElement {
    const { onClick, children } = props;
    return createElement(
      tag,
      { ...attributesOf(props), ...(onClick === undefined ? {} : { onClick }) },
      children,
    );
  };
}

interface Typed {
  target: { value: string };
}

/** A text control that reports what is typed as the platform does: `{ detail: { value } }`. */
function control(tag: "input" | "textarea") {
  return function Control(props: Props): ReactElement {
    const onInput = props["onInput"] as ((event: { detail: { value: string } }) => void) | undefined;
    const onChange = (event: Typed) => onInput?.({ detail: { value: event.target.value } });
    return createElement(tag, { ...attributesOf(props), onChange });
  };
}

export const View = element("div");
export const Text = element("span");
export const ScrollView = element("div");
export const Picker = element("div");
export const Image = element("img");
export const Input = control("input");
export const Textarea = control("textarea");
