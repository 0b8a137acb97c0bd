import { translateSelector } from "../builtIns";
import type { Target } from "../protocol";
import { fire } from "./framework";
import { isField } from "./elements/field";
import type { Button } from "./elements/form";

function top(): Element {
  const page = document.querySelector("mp-page.top");
  if (!page) throw new Error("no page is open");
  return page;
}

function squeezed(text: string | null): string {
  return (text ?? "").replace(/\s+/g, " ").trim();
}

function isVisible(node: Element): boolean {
  for (let place: Element | null = node; place; place = place.parentElement) {
    const style = getComputedStyle(place);
    if (style.display === "none" || (place === node && style.visibility === "hidden")) return false;
  }
  return true;
}

function reads(node: Element, text: string, partial: boolean): boolean {
  const matches = (read: string | null): boolean =>
    read !== null && (partial ? read.includes(text) : read === text);
  if (matches(node.getAttribute("aria-label")) || matches(node.getAttribute("placeholder"))) return true;
  return matches(squeezed(node.textContent));
}

/** The innermost visible elements that read `text`. */
function readingElements(scope: Element, text: string, partial: boolean): Element[] {
  const all = new Set([...scope.querySelectorAll("*")].filter((node) => reads(node, text, partial)));
  for (const node of [...all]) for (let up = node.parentElement; up && all.delete(up);) up = up.parentElement;
  return [...all].filter(isVisible);
}

/** All elements of the page on top that a target means. */
export function findAll({ selector, text, within, partial = false }: Target): Element[] {
  const scopes = within === undefined ? [top()] : [...top().querySelectorAll(translateSelector(within))];
  if (text !== undefined) return scopes.flatMap((scope) => readingElements(scope, text, partial));
  return scopes.flatMap((scope) => [...scope.querySelectorAll(translateSelector(selector ?? "*"))]);
}

export function describe(target: Target): string {
  const what = target.text === undefined ? (target.selector ?? "*") : `“${target.text}”`;
  return target.within === undefined ? what : `${what} in ${target.within}`;
}

/** The one element that a target means. Throws when there is none, or when a text could mean several. */
export function find(target: Target): Element {
  const found = findAll(target);
  if (target.nth !== undefined || target.text === undefined) {
    const chosen = found[target.nth ?? 0];
    if (!chosen) throw new Error(`nothing on the page is ${describe(target)}`);
    return chosen;
  }
  const [only, ...others] = found;
  if (!only) throw new Error(`nothing on the page reads ${describe(target)}`);
  if (others.length > 0)
    throw new Error(`${found.length} elements read ${describe(target)}: say within or nth`);
  return only;
}

/** The element to touch. Throws when it is a disabled button, which a person would see. */
export function touchable(target: Target): Element {
  const element = find(target);
  if (element.closest<Button>("mp-button")?.blocked)
    throw new Error(`the button ${describe(target)} is disabled`);
  return element;
}

/** A tap without layout: what a finger's press and release send. */
export function tap(target: Target): void {
  const element = touchable(target);
  const active = document.activeElement;
  if (active instanceof HTMLElement && !element.contains(active)) active.blur();
  for (const type of ["mousedown", "mouseup", "click"]) {
    element.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: 5, clientY: 5 }));
  }
}

/** How far a label may stand from what it labels, in levels of boxes. */
const LABEL_REACH = 4;

/** The element itself, what it lies in, or the only one of its kind in the box that it labels. */
function nearest(target: Target, selector: string): Element {
  const element = find(target);
  const around = element.closest(selector);
  if (around) return around;
  let box: Element | null = element;
  for (
    let level = 0;
    box && box.localName !== "mp-page" && level < LABEL_REACH;
    level++, box = box.parentElement
  ) {
    const [only, ...others] = box.querySelectorAll(selector);
    if (only && others.length === 0) return only;
    if (only) break;
  }
  throw new Error(`${describe(target)} labels no single ${selector.replaceAll("mp-", "")}`);
}

function fieldOf(target: Target): HTMLInputElement | HTMLTextAreaElement {
  const holder = nearest(target, "mp-input,mp-textarea");
  if (!isField(holder)) throw new Error(`${describe(target)} is no field`);
  if (holder.field.disabled) throw new Error(`the field ${describe(target)} is disabled`);
  return holder.field;
}

/** Replaces what a field holds, within its `maxlength`, as typing does. */
export function type(target: Target, text: string): void {
  const field = fieldOf(target);
  field.focus();
  field.value = field.maxLength >= 0 ? text.slice(0, field.maxLength) : text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

export function field(target: Target): Element {
  return fieldOf(target);
}

export function valueOf(target: Target): string {
  return fieldOf(target).value;
}

type Picking = Element & { pick(value: unknown): void };

/** Chooses in a picker, slider or swiper. */
export function pick(target: Target, value: unknown): void {
  (nearest(target, "mp-picker,mp-slider,mp-picker-view,mp-swiper") as Picking).pick(value);
}

/** Sends an event of a built-in component that only WeChat itself can send (`getphonenumber`, `chooseavatar` …). */
export function send(target: Target, name: string, detail: unknown): void {
  fire(find(target), name, detail);
}

export function textOf(target: Target): string {
  return target.selector === undefined && target.text === undefined
    ? squeezed(top().textContent)
    : squeezed(find(target).textContent);
}

export function attribute(target: Target, name: string): string | null {
  return find(target).getAttribute(name);
}

/** Place and size in CSS pixels of the screen. */
export function box(target: Target): { left: number; top: number; width: number; height: number } {
  const { left, top: upper, width, height } = find(target).getBoundingClientRect();
  return { left, top: upper, width, height };
}

export function count(target: Target): number {
  return findAll(target).length;
}

export function html(): string {
  return top().innerHTML;
}
