import { attributeOf, isTrue } from "../framework";

/** A built-in component. `start` runs once it is on the page, `sync` whenever an attribute may have changed. */
export class BuiltIn extends HTMLElement {
  private started = false;

  connectedCallback(): void {
    if (this.started) return;
    this.started = true;
    this.start();
  }

  override setAttribute(name: string, value: string): void {
    super.setAttribute(name, value);
    if (this.started) this.sync(name);
  }

  override removeAttribute(name: string): void {
    super.removeAttribute(name);
    if (this.started) this.sync(name);
  }

  /** Sets an attribute of the drawn page alone, without telling `sync`. */
  protected paint(name: string, value: string): void {
    super.setAttribute(name, value);
  }

  protected read(name: string): unknown {
    return attributeOf(this, name);
  }

  /** An attribute as text; what is neither text nor number reads as empty. */
  protected readText(name: string): string {
    const value = this.read(name);
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  }

  protected get disabled(): boolean {
    return isTrue(this.read("disabled"));
  }

  protected start(): void {}

  protected sync(_name: string): void {}
}
